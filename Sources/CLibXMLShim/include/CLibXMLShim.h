// Reads HTML into one flat list of records. No tree is made: libxml2's tree is where its limits of
// depth and length cut documents short without a word.
#ifndef CLIBXML_SHIM_PUBLIC_H
#define CLIBXML_SHIM_PUBLIC_H

#include <stddef.h>
#include <stdint.h>

// How a reading ended.
enum {
  ENTENTE_HTML_OK = 0,
  ENTENTE_HTML_MEMORY,  // no memory
  ENTENTE_HTML_WORK,    // the markup would take time out of proportion to its length
  ENTENTE_HTML_CUT,     // the parser stopped before the end; `consumed` says where
  ENTENTE_HTML_ABSENT   // libxml2 is not installed
};

// The records, lengths in host order:
//   1  start tag:  u8 length, name, u8 number of attributes; each: u8 length, name, u32 length, value
//   2  end tag:    u8 length, name
//   3  text:       u32 length, bytes
// Names are lower case. Tags that the markup leaves out come as if they stood there.
enum { ENTENTE_HTML_START = 1, ENTENTE_HTML_END = 2, ENTENTE_HTML_TEXT = 3 };

typedef struct {
  int status;
  uint64_t errors;       // faults of the markup that the parser mended
  size_t consumed;       // bytes of the input that were read
  unsigned char *bytes;  // freed by entente_html_free
  size_t length;
} entente_html_result;

// `bytes` is UTF-8 without NUL; any declaration of an encoding in it is passed over. Opens no file and
// no connection. May be called from many threads at once.
int entente_html_read(const char *bytes, size_t length, entente_html_result *result);
void entente_html_free(entente_html_result *result);

#endif
