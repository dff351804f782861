// Preloaded into a broker: notes which files were synced and how long they were then, so that a test can take away
// what a power loss would take. SYNCED_LOG names the notes' file, SYNC_DELAY_US makes each sync take longer.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef int (*Sync)(int);

static int synced(int fd, const char *name) {
    struct stat before;
    int known = fstat(fd, &before) == 0 && S_ISREG(before.st_mode);
    Sync real = (Sync)dlsym(RTLD_NEXT, name);
    const char *delay = getenv("SYNC_DELAY_US");
    if (delay) usleep((useconds_t)atoi(delay));
    int result = real ? real(fd) : -1;
    const char *notes = getenv("SYNCED_LOG");
    if (result != 0 || !known || !notes) return result;
    char link[64], path[2048], line[2200];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length <= 0) return result;
    path[length] = 0;
    int size = snprintf(line, sizeof line, "%lld %s\n", (long long)before.st_size, path);
    // Opened each time: the broker closes no descriptor of ours, and a note is one write.
    int file = open(notes, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0644);
    if (file >= 0) {
        if (write(file, line, (size_t)size) != size) abort();
        close(file);
    }
    return result;
}

int fdatasync(int fd) { return synced(fd, "fdatasync"); }
int fsync(int fd) { return synced(fd, "fsync"); }
