#define _GNU_SOURCE
#include "measure.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

uint64_t nanoseconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
}

uint64_t process_nanoseconds(int pid) {
    char path[300];
    snprintf(path, sizeof path, "/proc/%d/task", pid);
    DIR *tasks = opendir(path);
    if (!tasks) return 0;
    uint64_t total = 0;
    for (struct dirent *entry; (entry = readdir(tasks));) {
        if (entry->d_name[0] == '.') continue;
        snprintf(path, sizeof path, "/proc/%d/task/%s/schedstat", pid, entry->d_name);
        FILE *file = fopen(path, "r");
        unsigned long long on_cpu = 0;
        if (file && fscanf(file, "%llu", &on_cpu) == 1) total += on_cpu;
        if (file) fclose(file);
    }
    closedir(tasks);
    return total;
}

void record(Histogram *histogram, uint64_t value) {
    if (value < 16) value = 16;
    int power = 63 - __builtin_clzll(value);
    histogram->buckets[power * 16 + (int)((value >> (power - 4)) & 15)]++;
    histogram->count++;
}

double percentile(const Histogram *histogram, double share) {
    uint64_t wanted = (uint64_t)((double)histogram->count * share), seen = 0;
    for (int i = 0; i < 64 * 16; i++) {
        seen += histogram->buckets[i];
        if (seen > wanted) return (double)(((uint64_t)(16 + i % 16) << (i / 16)) >> 4);
    }
    return 0;
}
