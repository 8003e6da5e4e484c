// What the child tells the parent.
#define _GNU_SOURCE
#include "internal.h"
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void report_write(int fd, const void *bytes, size_t length) {
  const char *at = bytes;
  while (length > 0) {
    ssize_t n = write(fd, at, length);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) _exit(1);
    at += n;
    length -= (size_t)n;
  }
}

void report_frame(char type, const void *bytes, size_t length) {
  char head[9 + 16] = {type};
  uint64_t size = length;
  memcpy(head + 1, &size, sizeof size);
  // A small frame goes out in one piece, so that its reader wakes once.
  size_t begun = length <= sizeof head - 9 ? length : 0;
  memcpy(head + 9, bytes, begun);
  report_write(RESULT_FD, head, 9 + begun);
  report_write(RESULT_FD, (const char *)bytes + begun, length - begun);
}

// A record is one line, so what separates records and fields can't stand inside one.
static void flatten(char *text) {
  for (; *text; text++)
    if ((unsigned char)*text < 0x20) *text = ' ';
}

static void put_record(char level, char *subject, char *attribute, char *message) {
  char line[2048];
  flatten(subject); flatten(attribute); flatten(message);
  int n = snprintf(line, sizeof line - 1, "\x1e%c\t%s\t%s\t%s", level, subject, attribute, message);
  if (n > (int)sizeof line - 2) n = (int)sizeof line - 2;
  line[n++] = '\n';
  report_write(LOG_FD, line, (size_t)n);
}

void report(char level, const char *subject, const char *attribute, const char *format, ...) {
  char who[256], what[64], message[1024];
  va_list arguments;
  snprintf(who, sizeof who, "%s", subject);
  snprintf(what, sizeof what, "%s", attribute);
  va_start(arguments, format);
  vsnprintf(message, sizeof message, format, arguments);
  va_end(arguments);
  put_record(level, who, what, message);
}

// Graphviz hands a message over in pieces; a record is written when its line is whole.
static char pending[1024];
static size_t pending_length, graphviz_total;
static bool label_error;

static void flush_graphviz(void) {
  char none[1] = "", none2[1] = "";
  pending[pending_length] = 0;
  if (strstr(pending, "in label of")) label_error = true;
  if (pending_length > 0 && graphviz_total < 128 * 1024) put_record('G', none, none2, pending);
  pending_length = 0;
}

static ssize_t take(void *nothing, const char *bytes, size_t length) {
  (void)nothing;
  for (size_t k = 0; k < length; k++) {
    graphviz_total++;
    if (bytes[k] == '\n') flush_graphviz();
    else if (pending_length < sizeof pending - 1) pending[pending_length++] = bytes[k];
  }
  return (ssize_t)length;
}

// The library can hand its messages to a function, but crashes where one is long (2.42). What it prints it prints
// at any length, so the stream is replaced.
void report_standard_error(void) {
  FILE *stream = fopencookie(NULL, "w", (cookie_io_functions_t){.write = take});
  if (!stream) return;
  setvbuf(stream, NULL, _IONBF, 0);
  stderr = stream;
}

bool report_saw_label_error(void) {
  flush_graphviz();
  return label_error;
}

void report_name(void *object, char *out, size_t size) {
  switch (AGTYPE(object)) {
  case AGNODE:
    snprintf(out, size, "node %.100s", gv.agnameof(object));
    break;
  case AGRAPH:
    if (gv.agroot(object) == object) snprintf(out, size, "graph");
    else snprintf(out, size, "subgraph %.100s", gv.agnameof(object) ? gv.agnameof(object) : "");
    break;
  default:
    snprintf(out, size, "edge %.80s -> %.80s", gv.agnameof(agtail((Agedge_t *)object)),
             gv.agnameof(aghead((Agedge_t *)object)));
  }
  // A name cut inside a character loses the rest of that character.
  size_t n = strlen(out);
  size_t back = n;
  while (back > 0 && ((unsigned char)out[back - 1] & 0xC0) == 0x80) back--;
  if (back > 0 && (unsigned char)out[back - 1] >= 0xC0) {
    unsigned char lead = (unsigned char)out[back - 1];
    size_t need = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (n - back + 1 < need) out[back - 1] = 0;
  }
}

void text_add(text_t *text, const char *bytes, size_t length) {
  if (text->length + length + 1 > text->room) {
    text->room = (text->room + length + 64) * 2;
    text->bytes = realloc(text->bytes, text->room);
    if (!text->bytes) { static const char words[] = "out of memory\n";
      report_write(LOG_FD, words, sizeof words - 1); _exit(1); }
  }
  memcpy(text->bytes + text->length, bytes, length);
  text->length += length;
  text->bytes[text->length] = 0;
}

void text_put(text_t *text, char byte) { text_add(text, &byte, 1); }
