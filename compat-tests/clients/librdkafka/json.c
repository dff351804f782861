#include "json.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_NESTED = 32 };

static json *read_value(char **at, int depth);

static void *need(void *memory) {
    if (memory == NULL) abort();
    return memory;
}

static void skip(char **at) {
    while (**at == ' ' || **at == '\t' || **at == '\r' || **at == '\n') ++*at;
}

static char *put_utf8(char *to, unsigned code) {
    if (code < 0x80) {
        *to++ = (char)code;
    } else if (code < 0x800) {
        *to++ = (char)(0xC0 | code >> 6);
        *to++ = (char)(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        *to++ = (char)(0xE0 | code >> 12);
        *to++ = (char)(0x80 | (code >> 6 & 0x3F));
        *to++ = (char)(0x80 | (code & 0x3F));
    } else {
        *to++ = (char)(0xF0 | code >> 18);
        *to++ = (char)(0x80 | (code >> 12 & 0x3F));
        *to++ = (char)(0x80 | (code >> 6 & 0x3F));
        *to++ = (char)(0x80 | (code & 0x3F));
    }
    return to;
}

static bool read_code(char **at, unsigned *code) {
    char digits[5] = {0};
    for (int index = 0; index < 4; index++) {
        if ((*at)[index] == 0) return false;
        digits[index] = (*at)[index];
    }
    char *end;
    *code = (unsigned)strtoul(digits, &end, 16);
    *at += 4;
    return end == digits + 4;
}

// Reads `\uXXXX`, with its other half if it is the first of a pair.
static bool read_escaped_code(char **at, char **to) {
    unsigned code, low;
    if (!read_code(at, &code)) return false;
    if (code >= 0xD800 && code < 0xDC00) {
        if ((*at)[0] != '\\' || (*at)[1] != 'u') return false;
        *at += 2;
        if (!read_code(at, &low) || low < 0xDC00 || low > 0xDFFF) return false;
        code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
    }
    *to = put_utf8(*to, code);
    return true;
}

// Reads text in place: what is written is never longer than what was read.
static char *read_text(char **at) {
    if (**at != '"') return NULL;
    char *start = ++*at, *to = start;
    while (**at != '"') {
        char one = *(*at)++;
        if (one == 0) return NULL;
        if (one != '\\') {
            *to++ = one;
            continue;
        }
        one = *(*at)++;
        const char *escape = strchr("\"\\/bfnrt", one);
        if (one == 'u') {
            if (!read_escaped_code(at, &to)) return NULL;
        } else if (one != 0 && escape != NULL) {
            *to++ = "\"\\/\b\f\n\r\t"[escape - "\"\\/bfnrt"];
        } else {
            return NULL;
        }
    }
    ++*at;
    *to = 0;
    return start;
}

static bool read_members(json *value, char **at, int depth) {
    char end = value->kind == JSON_OBJECT ? '}' : ']';
    json **last = &value->first;
    ++*at;
    skip(at);
    if (**at == end) {
        ++*at;
        return true;
    }
    for (;;) {
        char *name = NULL;
        skip(at);
        if (value->kind == JSON_OBJECT) {
            name = read_text(at);
            skip(at);
            if (name == NULL || *(*at)++ != ':') return false;
        }
        json *member = read_value(at, depth + 1);
        if (member == NULL) return false;
        member->name = name;
        *last = member;
        last = &member->next;
        skip(at);
        char one = *(*at)++;
        if (one == end) return true;
        if (one != ',') return false;
    }
}

static bool read_word(char **at, const char *word) {
    size_t length = strlen(word);
    if (strncmp(*at, word, length) != 0) return false;
    *at += length;
    return true;
}

static bool read_into(json *value, char **at, int depth) {
    char *end;
    switch (**at) {
    case '{': value->kind = JSON_OBJECT; return read_members(value, at, depth);
    case '[': value->kind = JSON_LIST; return read_members(value, at, depth);
    case '"': value->kind = JSON_TEXT; return (value->text = read_text(at)) != NULL;
    case 'n': value->kind = JSON_NULL; return read_word(at, "null");
    case 't': value->kind = JSON_TRUE; return read_word(at, "true");
    case 'f': value->kind = JSON_FALSE; return read_word(at, "false");
    default:
        value->kind = JSON_NUMBER;
        value->number = strtod(*at, &end);
        if (end == *at) return false;
        *at = end;
        return true;
    }
}

static json *read_value(char **at, int depth) {
    if (depth > MOST_NESTED) return NULL;
    json *value = need(calloc(1, sizeof *value));
    skip(at);
    if (read_into(value, at, depth)) return value;
    json_free(value);
    return NULL;
}

json *json_read(char *line) { return read_value(&line, 0); }

void json_free(json *value) {
    while (value != NULL) {
        json *next = value->next;
        json_free(value->first);
        free(value);
        value = next;
    }
}

const json *json_get(const json *object, const char *name) {
    if (object == NULL || object->kind != JSON_OBJECT) return NULL;
    for (const json *one = object->first; one != NULL; one = one->next) {
        if (strcmp(one->name, name) == 0) return one->kind == JSON_NULL ? NULL : one;
    }
    return NULL;
}

const char *json_text(const json *object, const char *name, const char *otherwise) {
    const json *value = json_get(object, name);
    return value != NULL && value->kind == JSON_TEXT ? value->text : otherwise;
}

int64_t json_number(const json *object, const char *name, int64_t otherwise) {
    const json *value = json_get(object, name);
    return value != NULL && value->kind == JSON_NUMBER ? (int64_t)value->number : otherwise;
}

const json *json_at(const json *list, size_t index) {
    const json *one = list == NULL ? NULL : list->first;
    while (one != NULL && index-- > 0) one = one->next;
    return one;
}

static char *room(output *out, size_t more) {
    while (out->capacity - out->length < more + 1) {
        out->capacity = out->capacity == 0 ? 4096 : out->capacity * 2;
        out->bytes = need(realloc(out->bytes, out->capacity));
    }
    return out->bytes + out->length;
}

void put(output *out, const char *format, ...) {
    va_list values, again;
    va_start(values, format);
    va_copy(again, values);
    int length = vsnprintf(NULL, 0, format, values);
    if (length > 0) {
        vsnprintf(room(out, (size_t)length), (size_t)length + 1, format, again);
        out->length += (size_t)length;
    }
    va_end(again);
    va_end(values);
}

void put_text(output *out, const char *text) {
    put(out, "\"");
    for (; *text != 0; text++) {
        if (*text == '"' || *text == '\\') put(out, "\\%c", *text);
        else if ((unsigned char)*text < 0x20) put(out, "\\u%04x", *text);
        else {
            *room(out, 1) = *text;
            out->length++;
        }
    }
    put(out, "\"");
}

static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

void put_base64(output *out, const void *bytes, size_t length) {
    if (bytes == NULL) {
        put(out, "null");
        return;
    }
    const unsigned char *from = bytes;
    char *to = room(out, length / 3 * 4 + 6), *start = to;
    *to++ = '"';
    for (size_t at = 0; at < length; at += 3) {
        size_t left = length - at;
        unsigned group = (unsigned)from[at] << 16;
        if (left > 1) group |= (unsigned)from[at + 1] << 8;
        if (left > 2) group |= from[at + 2];
        *to++ = alphabet[group >> 18];
        *to++ = alphabet[group >> 12 & 63];
        *to++ = left > 1 ? alphabet[group >> 6 & 63] : '=';
        *to++ = left > 2 ? alphabet[group & 63] : '=';
    }
    *to++ = '"';
    out->length += (size_t)(to - start);
}

unsigned char *base64_decode(const char *text, size_t *length) {
    signed char places[256];
    memset(places, -1, sizeof places);
    for (int index = 0; index < 64; index++) places[(unsigned char)alphabet[index]] = (signed char)index;
    unsigned char *bytes = need(malloc(strlen(text) / 4 * 3 + 4)), *to = bytes;
    unsigned group = 0;
    int bits = 0;
    for (; *text != 0 && *text != '='; text++) {
        int place = places[(unsigned char)*text];
        if (place < 0) {
            free(bytes);
            return NULL;
        }
        group = group << 6 | (unsigned)place;
        bits += 6;
        if (bits >= 8) {
            bits -= 8;
            *to++ = (unsigned char)(group >> bits);
        }
    }
    *to = 0;
    *length = (size_t)(to - bytes);
    return bytes;
}
