// Single attribute values: addresses, fonts, link targets.
#define _GNU_SOURCE
#include "internal.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static void add_utf8(text_t *out, unsigned long c) {
  if (c == 0 || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000)) return;
  if (c < 0x80) {
    text_put(out, (char)c);
  } else if (c < 0x800) {
    text_put(out, (char)(0xC0 | c >> 6));
    text_put(out, (char)(0x80 | (c & 63)));
  } else if (c < 0x10000) {
    text_put(out, (char)(0xE0 | c >> 12));
    text_put(out, (char)(0x80 | (c >> 6 & 63)));
    text_put(out, (char)(0x80 | (c & 63)));
  } else {
    text_put(out, (char)(0xF0 | c >> 18));
    text_put(out, (char)(0x80 | (c >> 12 & 63)));
    text_put(out, (char)(0x80 | (c >> 6 & 63)));
    text_put(out, (char)(0x80 | (c & 63)));
  }
}

// Decodes once what an XML parser would; other names stay as they are.
char *decode_entities(const char *raw) {
  static const struct { const char *name; char byte; } known[] = {
    {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}};
  text_t out = {0};
  text_add(&out, "", 0);
  while (*raw) {
    size_t k = 0, count = sizeof known / sizeof known[0];
    while (k < count && strncmp(raw, known[k].name, strlen(known[k].name)) != 0) k++;
    if (k < count) {
      text_put(&out, known[k].byte);
      raw += strlen(known[k].name);
    } else if (raw[0] == '&' && raw[1] == '#') {
      bool hex = raw[2] == 'x' || raw[2] == 'X';
      const char *digits = raw + (hex ? 3 : 2);
      char *end;
      unsigned long c = strtoul(digits, &end, hex ? 16 : 10);
      if (end > digits && *end == ';') { add_utf8(&out, c); raw = end + 1; }
      else text_put(&out, *raw++);
    } else {
      text_put(&out, *raw++);
    }
  }
  return out.bytes;
}

char *clean_url(const char *raw, const char *device, const char **why) {
  static const char *const schemes[] = {"http://", "https://", "mailto:", "#"};
  char *decoded = decode_entities(raw);
  const char *at = decoded;
  while (*at == ' ') at++;
  size_t k = 0, count = sizeof schemes / sizeof schemes[0];
  while (k < count && strncasecmp(at, schemes[k], strlen(schemes[k])) != 0) k++;
  *why = NULL;
  if (k == count) *why = "only http, https, mailto and # addresses are drawn";
  else if (strlen(at) > 4000) *why = "an address may have at most 4000 bytes";
  // Graphviz would put in the node's name for \N, unescaped.
  else if (strchr(at, '\\')) *why = "an address can't have a backslash; write %5C";
  for (const char *c = at; *c && !*why; c++)
    if ((unsigned char)*c < 0x20 || *c == 0x7F) *why = "an address can't have control characters";
  text_t out = {0};
  bool svg = strcmp(device, "svg") == 0;
  for (; *at && !*why; at++) {
    char hex[4];
    if (*at == '&' && svg) {
      text_add(&out, "&amp;", 5);  // this Graphviz writes addresses as they stand
    } else if (strchr("\"<>`' {}|^", *at) || (unsigned char)*at >= 0x80) {
      snprintf(hex, sizeof hex, "%%%02X", (unsigned char)*at);
      text_add(&out, hex, 3);
    } else {
      text_put(&out, *at);
    }
  }
  free(decoded);
  return *why ? NULL : out.bytes;
}

static bool contains(const char *text, const char *part) { return strcasestr(text, part) != NULL; }

// Graphviz writes font names into SVG as they stand, and a reader's machine may lack the font. So
// text is laid out in one of three families whose widths every system has under some name; the
// name that comes out is made of constants only.
char *clean_font(const char *raw) {
  text_t out = {0};
  const char *family = "Arial";
  if (contains(raw, "mono") || contains(raw, "courier")) family = "Liberation Mono";
  else if (contains(raw, "times") || (contains(raw, "serif") && !contains(raw, "sans")))
    family = "Times New Roman";
  text_add(&out, family, strlen(family));
  if (contains(raw, "bold")) text_add(&out, " Bold", 5);
  if (contains(raw, "italic") || contains(raw, "oblique")) text_add(&out, " Italic", 7);
  return out.bytes;
}

// Letters, digits, spaces, commas, hyphens and full stops are what names of fonts are made of.
bool is_font_name(const char *raw) {
  for (; *raw; raw++)
    if (!((*raw >= 'a' && *raw <= 'z') || (*raw >= 'A' && *raw <= 'Z') || strchr(" ,-._", *raw)
          || (*raw >= '0' && *raw <= '9'))) return false;
  return true;
}

char *clean_target(const char *raw) {
  size_t n = strlen(raw);
  if (n == 0 || n > 64) return NULL;
  for (const char *c = raw; *c; c++)
    if (!((*c >= 'a' && *c <= 'z') || (*c >= 'A' && *c <= 'Z') || (*c >= '0' && *c <= '9')
          || *c == '_' || *c == '-')) return NULL;
  return strdup(raw);
}

// `red`, `red:blue`, `red;0.3:blue`. What else has a colon or a semicolon makes this Graphviz crash; whether a
// single colour is known it finds out for itself.
bool is_colour_list(const char *text) {
  if (!strpbrk(text, ":;")) return true;
  for (;;) {
    size_t name = strcspn(text, ":;");
    if (name == 0 || name == strspn(text, " ")) return false;
    text += name;
    if (*text == ';') {
      size_t number = strspn(text + 1, "0123456789.");
      double share = strtod(text + 1, NULL);
      text += 1 + number;
      if (number == 0 || !(share >= 0 && share <= 1) || (*text && *text != ':')) return false;
    }
    if (!*text) return true;
    text++;
    if (!*text) return true;
  }
}
