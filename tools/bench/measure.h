// Clocks, the CPU time of a process, and a histogram of latencies.
#ifndef BENCH_MEASURE_H
#define BENCH_MEASURE_H

#include <stdint.h>

// Buckets of a sixteenth of a power of two, in nanoseconds.
typedef struct {
    uint64_t count, buckets[64 * 16];
} Histogram;

uint64_t nanoseconds(void);
// What all threads of a process have spent on a CPU, in user mode and in the kernel.
uint64_t process_nanoseconds(int pid);
void record(Histogram *histogram, uint64_t value);
double percentile(const Histogram *histogram, double share);

#endif
