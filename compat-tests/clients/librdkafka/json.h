// A JSON reader and writer, as much as the adapter's lines need.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum { JSON_NULL, JSON_FALSE, JSON_TRUE, JSON_NUMBER, JSON_TEXT, JSON_LIST, JSON_OBJECT } json_kind;

// A value; those of a list or an object hang on `first` and are linked by `next`.
typedef struct json {
    json_kind kind;
    double number;
    char *text; // of JSON_TEXT, NUL-terminated
    char *name; // within an object
    struct json *first, *next;
} json;

// Reads a line, which is changed and must stay as long as the value; NULL if it is not JSON.
json *json_read(char *line);
void json_free(json *value);
// The value of a name, or NULL; a null counts as absent.
const json *json_get(const json *object, const char *name);
const char *json_text(const json *object, const char *name, const char *otherwise);
int64_t json_number(const json *object, const char *name, int64_t otherwise);
// The n-th value of a list, or NULL.
const json *json_at(const json *list, size_t index);

// Text that grows.
typedef struct {
    char *bytes;
    size_t length, capacity;
} output;

void put(output *out, const char *format, ...) __attribute__((format(printf, 2, 3)));
void put_text(output *out, const char *text);                    // quoted and escaped
void put_base64(output *out, const void *bytes, size_t length);  // quoted; null for NULL
// The bytes behind base64, to be freed, with a NUL behind them; NULL for text that is not base64.
unsigned char *base64_decode(const char *text, size_t *length);
