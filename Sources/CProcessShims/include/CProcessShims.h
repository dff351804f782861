#ifndef CPROCESSSHIMS_H
#define CPROCESSSHIMS_H

/// Keeps glibc from giving large buffers back to the kernel after every request: fetches and produces of a megabyte
/// would otherwise fault the same pages in again and again.
void martlet_tune_allocator(void);

/// Raises the limit of open files to the hard limit; answers the limit now in force.
long martlet_raise_file_limit(void);

#endif
