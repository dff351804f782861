#ifndef CCRC32C_H
#define CCRC32C_H
#endif
