// HTML-like labels. Rewrites the tags it understands and lets Graphviz's own parser object to the
// rest; what would hide a tag from this scanner (CDATA, instructions, doctypes) is refused.
#include "internal.h"
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define MOST_BYTES ((size_t)256 << 10)

static void add_escaped(text_t *out, const char *value) {
  for (; *value; value++) {
    switch (*value) {
    case '&': text_add(out, "&amp;", 5); break;
    case '<': text_add(out, "&lt;", 4); break;
    case '>': text_add(out, "&gt;", 4); break;
    case '"': text_add(out, "&quot;", 6); break;
    default: text_put(out, *value);
    }
  }
}

static char *cap_number(const char *name, const char *value, const char *subject) {
  static const struct { const char *name; double most; } caps[] = {
    {"COLSPAN", 100}, {"ROWSPAN", 100}, {"BORDER", 100}, {"CELLBORDER", 100},
    {"CELLPADDING", 100}, {"CELLSPACING", 100}, {"WIDTH", 10000}, {"HEIGHT", 10000},
    {"POINT-SIZE", 500}};
  for (size_t k = 0; k < sizeof caps / sizeof caps[0]; k++) {
    if (strcasecmp(name, caps[k].name) != 0) continue;
    double number = strtod(value, NULL);
    if (number >= -100 && number <= caps[k].most) return NULL;
    report('W', subject, name, "%.40s is out of bounds; %.0f is used", value, caps[k].most);
    char text[32];
    snprintf(text, sizeof text, "%.0f", caps[k].most);
    return strdup(text);
  }
  return NULL;
}

static void add_attribute(text_t *out, const char *name, const char *raw, const char *device,
                          const char *subject) {
  char *value = decode_entities(raw), *clean = NULL;
  bool drop = false;
  if (strcasecmp(name, "HREF") == 0) {
    const char *why;
    clean = clean_url(value, device, &why);
    drop = !clean;
    if (drop) report('W', subject, "HREF", "removed: %s", why);
  } else if (strcasecmp(name, "TARGET") == 0) {
    clean = clean_target(value);
    drop = !clean;
    if (drop) report('W', subject, "TARGET", "removed: not the name of a window");
  } else if (strcasecmp(name, "FACE") == 0) {
    clean = clean_font(value);
    if (!is_font_name(value))
      report('W', subject, "FACE", "replaced: not the name of a font");
  } else if (strcasecmp(name, "COLOR") == 0 || strcasecmp(name, "BGCOLOR") == 0) {
    drop = !*value || !is_colour_list(value);
    if (drop) report('W', subject, name, "removed: not a colour or a list of colours");
  } else if (strcasecmp(name, "SRC") == 0) {
    drop = true;
  } else {
    clean = cap_number(name, value, subject);
  }
  if (!drop) {
    text_put(out, ' ');
    text_add(out, name, strlen(name));
    text_add(out, "=\"", 2);
    // Names of characters that only Graphviz knows were not decoded, so the value goes on raw.
    if (clean) add_escaped(out, clean);
    else for (const char *c = raw; *c; c++)
      if (*c == '"') text_add(out, "&quot;", 6); else text_put(out, *c);
    text_put(out, '"');
  }
  free(clean);
  free(value);
}

// Reads one tag from `at`, which points behind '<'. Returns behind '>', or null.
static const char *copy_tag(text_t *out, const char *at, const char *device, const char *subject) {
  text_t name = {0}, tag = {0};
  const char *result = NULL;
  text_add(&tag, "<", 1);
  if (*at == '/') text_put(&tag, *at++);
  text_add(&name, "", 0);
  while (isalnum((unsigned char)*at) || *at == '-' || *at == '_') text_put(&name, *at++);
  text_add(&tag, name.bytes, name.length);
  bool image = strcasecmp(name.bytes, "IMG") == 0;
  if (name.length == 0) goto done;
  for (;;) {
    while (isspace((unsigned char)*at)) at++;
    if (*at == '>') { text_put(&tag, *at++); break; }
    if (at[0] == '/' && at[1] == '>') { text_add(&tag, "/>", 2); at += 2; break; }
    text_t key = {0}, value = {0};
    text_add(&key, "", 0);
    text_add(&value, "", 0);
    while (isalnum((unsigned char)*at) || *at == '-' || *at == '_') text_put(&key, *at++);
    while (isspace((unsigned char)*at)) at++;
    bool good = key.length > 0 && *at == '=';
    if (good) { at++; while (isspace((unsigned char)*at)) at++; }
    char quote = *at;
    good = good && (quote == '"' || quote == '\'');
    if (good) {
      at++;
      while (*at && *at != quote) text_put(&value, *at++);
      good = *at == quote;
    }
    if (good) { at++; add_attribute(&tag, key.bytes, value.bytes, device, subject); }
    free(key.bytes);
    free(value.bytes);
    if (!good) goto done;
  }
  if (image) report('W', subject, "IMG", "removed: pictures are not read from files");
  else text_add(out, tag.bytes, tag.length);
  result = at;
done:
  free(name.bytes);
  free(tag.bytes);
  return result;
}

char *clean_html(const char *html, const char *device, const char *subject) {
  text_t out = {0};
  text_add(&out, "", 0);
  if (strlen(html) > MOST_BYTES) {
    report('E', subject, "label", "an HTML-like label may have at most 256 KiB");
    free(out.bytes);
    return NULL;
  }
  while (*html) {
    if (*html != '<') { text_put(&out, *html++); continue; }
    if (strncmp(html, "<!--", 4) == 0) {
      const char *end = strstr(html + 4, "-->");
      if (end) { html = end + 3; continue; }
    }
    const char *next = copy_tag(&out, html + 1, device, subject);
    if (!next) {
      report('E', subject, "label", "the HTML-like label can't be read at \"%.40s\"; "
             "attributes need the form NAME=\"value\"", html);
      free(out.bytes);
      return NULL;
    }
    html = next;
  }
  return out.bytes;
}
