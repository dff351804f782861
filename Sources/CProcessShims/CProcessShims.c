#define _GNU_SOURCE
#include "CProcessShims.h"

#include <link.h>
#include <malloc.h>
#include <sys/mman.h>
#include <sys/resource.h>

void martlet_tune_allocator(void) {
    mallopt(M_MMAP_THRESHOLD, 256 << 20);
    mallopt(M_TRIM_THRESHOLD, 256 << 20);
    /* One arena a loop is enough; more only spread free memory thinly. */
    mallopt(M_ARENA_MAX, 4);
}

void martlet_give_back_free_memory(void) { malloc_trim(0); }

long martlet_raise_file_limit(void) {
    struct rlimit limit;
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return -1;
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return -1;
    return (long)limit.rlim_cur;
}

static int release(struct dl_phdr_info *object, size_t size, void *context) {
    (void)size;
    (void)context;
    for (int i = 0; i < object->dlpi_phnum; i++) {
        const ElfW(Phdr) *part = &object->dlpi_phdr[i];
        if (part->p_type != PT_LOAD || (part->p_flags & PF_W)) continue;
        uintptr_t start = (object->dlpi_addr + part->p_vaddr) & ~(uintptr_t)4095;
        uintptr_t end = object->dlpi_addr + part->p_vaddr + part->p_filesz;
        /* Never written, so nothing can be lost. */
        madvise((void *)start, end - start, MADV_DONTNEED);
    }
    /* The program comes first; libraries are shared with others anyway. */
    return 1;
}

void martlet_release_start_up_pages(void) { dl_iterate_phdr(release, NULL); }
