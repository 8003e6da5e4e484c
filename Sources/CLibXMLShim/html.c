#include "CLibXMLShim.h"
#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <dlfcn.h>
#include <limits.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

// An attribute's value that counts is an address, a date, a title or a list of classes.
#define MOST_VALUE 4096
// JSON-LD is kept, other scripts are not.
#define MOST_DATA ((size_t)256 << 10)
// About two seconds of a common machine. Counted, not measured, so that every machine decides alike.
#define MOST_WORK 400000000u

// libxml2 is opened when the first page comes. Linked, it and the tables that it needs would make every start of a
// program a tenth slower, pages or not.
#if LIBXML_VERSION >= 21400
#define LIBRARY "libxml2.so.16"
#else
#define LIBRARY "libxml2.so.2"
#endif

#define FUNCTIONS(X)                                                                                     \
  X(xmlInitParser) X(xmlStopParser) X(xmlByteConsumed) X(xmlFreeDoc) X(htmlNewParserCtxt)                \
  X(htmlFreeParserCtxt) X(htmlCtxtReadMemory)

static struct {
#define MEMBER(name) __typeof__(&name) name;
  FUNCTIONS(MEMBER)
  bool is_open;
} xml;

static void open_library(void) {
  void *library = dlopen(LIBRARY, RTLD_NOW | RTLD_LOCAL);
  if (!library) return;
#define FIND(name) if (!(xml.name = (__typeof__(&name))dlsym(library, #name))) return;
  FUNCTIONS(FIND)
  xml.xmlInitParser();
  xml.is_open = true;
}

typedef struct {
  htmlParserCtxtPtr parser;
  unsigned char *bytes;
  size_t length, room;
  size_t text;        // where the open text record begins; SIZE_MAX: none is open
  uint64_t errors, work;
  size_t data;        // bytes left of a script that is kept
  int status;
} reading_t;

static void halt(reading_t *r, int status) {
  if (r->status == ENTENTE_HTML_OK) r->status = status;
  xml.xmlStopParser(r->parser);
}

static void put(reading_t *r, const void *bytes, size_t length) {
  if (r->status != ENTENTE_HTML_OK) return;
  if (length > r->room - r->length) {
    size_t room = r->room;
    while (length > room - r->length) room *= 2;
    unsigned char *grown = realloc(r->bytes, room);
    if (!grown) { halt(r, ENTENTE_HTML_MEMORY); return; }
    r->bytes = grown;
    r->room = room;
  }
  memcpy(r->bytes + r->length, bytes, length);
  r->length += length;
}

static void put_byte(reading_t *r, unsigned value) {
  unsigned char byte = (unsigned char)value;
  put(r, &byte, 1);
}

static void put_name(reading_t *r, const char *name) {
  size_t length = strnlen(name, 255);
  put_byte(r, (unsigned)length);
  put(r, name, length);
}

// Only what tells of an element's part in the page or of the document.
static bool is_wanted(const char *name) {
  static const char *const wanted[] = {"class", "id", "role", "itemprop", "property", "name",
    "content", "rel", "href", "datetime", "type", "hidden", "aria-hidden", "style", "pubdate"};
  for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
    if (strcmp(name, wanted[i]) == 0) return true;
  return false;
}

static void on_start(void *context, const xmlChar *name, const xmlChar **attributes) {
  reading_t *r = context;
  const char *pairs[16][2];
  unsigned count = 0;
  bool is_script = strcmp((const char *)name, "script") == 0;
  r->text = SIZE_MAX;
  r->data = 0;
  for (const xmlChar **a = attributes; a && a[0] && count < 16; a += 2) {
    const char *value = a[1] ? (const char *)a[1] : "";
    if (!is_wanted((const char *)a[0])) continue;
    if (is_script && strcmp((const char *)a[0], "type") == 0 && strstr(value, "ld+json"))
      r->data = MOST_DATA;
    pairs[count][0] = (const char *)a[0];
    pairs[count++][1] = value;
  }
  put_byte(r, ENTENTE_HTML_START);
  put_name(r, (const char *)name);
  put_byte(r, count);
  for (unsigned i = 0; i < count; i++) {
    uint32_t length = (uint32_t)strnlen(pairs[i][1], MOST_VALUE);
    put_name(r, pairs[i][0]);
    put(r, &length, sizeof length);
    put(r, pairs[i][1], length);
  }
}

static void on_end(void *context, const xmlChar *name) {
  reading_t *r = context;
  r->text = SIZE_MAX;
  r->data = 0;
  put_byte(r, ENTENTE_HTML_END);
  put_name(r, (const char *)name);
}

// The parser hands over text in pieces; one record holds all between two tags.
static void on_text(void *context, const xmlChar *bytes, int length) {
  reading_t *r = context;
  if (length <= 0) return;
  if (r->text == SIZE_MAX) {
    uint32_t none = 0;
    put_byte(r, ENTENTE_HTML_TEXT);
    r->text = r->length;
    put(r, &none, sizeof none);
  }
  put(r, bytes, (size_t)length);
  if (r->status != ENTENTE_HTML_OK) return;
  uint32_t sum = (uint32_t)(r->length - r->text - sizeof sum);
  memcpy(r->bytes + r->text, &sum, sizeof sum);
}

// The contents of script and style.
static void on_data(void *context, const xmlChar *bytes, int length) {
  reading_t *r = context;
  if (length <= 0 || r->data == 0) return;
  size_t keep = (size_t)length < r->data ? (size_t)length : r->data;
  r->data -= keep;
  on_text(r, bytes, (int)keep);
}

// An end tag that fits nothing is looked for through all open elements, so its cost is their number.
static void on_error(void *context, xmlErrorPtr error) {
  (void)error;
  reading_t *r = context;
  r->errors++;
  r->work += 1 + (uint64_t)(r->parser->nameNr > 0 ? r->parser->nameNr : 0);
  if (r->work > MOST_WORK) halt(r, ENTENTE_HTML_WORK);
}

static bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// libxml2 compares each attribute of a tag with all before it. True where that would get out of hand.
static bool has_too_many_attributes(const char *at, size_t length) {
  const char *end = at + length;
  uint64_t work = 0;
  while (at < end && (at = memchr(at, '<', (size_t)(end - at)))) {
    at++;
    if (at >= end || !((*at | 32) >= 'a' && (*at | 32) <= 'z')) continue;
    uint64_t count = 0;
    while (at < end && *at != '>') {
      while (at < end && !is_blank(*at) && *at != '>' && *at != '=' && *at != '/') at++;
      while (at < end && (is_blank(*at) || *at == '/')) at++;
      if (at < end && *at == '=') {
        at++;
        while (at < end && is_blank(*at)) at++;
        if (at < end && (*at == '"' || *at == '\'')) {
          const char *close = memchr(at + 1, *at, (size_t)(end - at - 1));
          at = close ? close + 1 : end;
        }
        continue;
      }
      work += count++;
      if (work > MOST_WORK) return true;
    }
  }
  return false;
}

static pthread_once_t once = PTHREAD_ONCE_INIT;

int entente_html_read(const char *bytes, size_t length, entente_html_result *result) {
  memset(result, 0, sizeof *result);
  if (length > INT_MAX / 4 || has_too_many_attributes(bytes, length))
    return result->status = ENTENTE_HTML_WORK;
  pthread_once(&once, open_library);
  if (!xml.is_open) return result->status = ENTENTE_HTML_ABSENT;
  reading_t r = {.text = SIZE_MAX, .room = length + 4096};
  r.parser = xml.htmlNewParserCtxt();
  r.bytes = malloc(r.room);
  if (!r.parser || !r.bytes) {
    if (r.parser) xml.htmlFreeParserCtxt(r.parser);
    free(r.bytes);
    return result->status = ENTENTE_HTML_MEMORY;
  }
  xmlSAXHandler handler = {
    .startElement = on_start, .endElement = on_end, .characters = on_text,
    .ignorableWhitespace = on_text, .cdataBlock = on_data, .serror = on_error,
    .initialized = XML_SAX2_MAGIC,
  };
  *r.parser->sax = handler;
  r.parser->userData = &r;
  htmlDocPtr none = xml.htmlCtxtReadMemory(
      r.parser, bytes, (int)length, NULL, "UTF-8",
      HTML_PARSE_IGNORE_ENC | HTML_PARSE_NONET | HTML_PARSE_NOIMPLIED | XML_PARSE_HUGE);
  if (none) xml.xmlFreeDoc(none);
  long consumed = xml.xmlByteConsumed(r.parser);
  result->consumed = consumed < 0 ? 0 : (size_t)consumed;
  if (r.status == ENTENTE_HTML_OK && result->consumed < length) r.status = ENTENTE_HTML_CUT;
  xml.htmlFreeParserCtxt(r.parser);
  result->status = r.status;
  result->errors = r.errors;
  result->bytes = r.bytes;
  result->length = r.length;
  return r.status;
}

void entente_html_free(entente_html_result *result) {
  free(result->bytes);
  result->bytes = NULL;
  result->length = 0;
}
