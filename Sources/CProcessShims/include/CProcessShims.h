#ifndef CPROCESSSHIMS_H
#define CPROCESSSHIMS_H

/// Keeps glibc from giving large buffers back to the kernel after every request: fetches and produces of a megabyte
/// would otherwise fault the same pages in again and again.
void martlet_tune_allocator(void);

/// Gives the free pages of glibc's heaps back to the kernel, which it does not do by itself as it is tuned here. Holds the
/// lock of one heap after the other meanwhile: for when much has become free, and not from an event loop.
void martlet_give_back_free_memory(void);

/// Raises the limit of open files to the hard limit; answers the limit now in force.
long martlet_raise_file_limit(void);

/// Lets go of the program's own code and constants in memory. The kernel maps whole neighbourhoods of whatever a start
/// touches; what goes on being used comes back page by page, from the page cache.
void martlet_release_start_up_pages(void);

#endif
