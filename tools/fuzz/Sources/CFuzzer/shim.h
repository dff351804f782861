#ifndef MARTLET_CFUZZER_SHIM_H
#define MARTLET_CFUZZER_SHIM_H

#include <stddef.h>
#include <stdint.h>

// libFuzzer has no header of its own; this is its entry for programs that bring their own main.
int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*callback)(const uint8_t *data, size_t size));

#endif
