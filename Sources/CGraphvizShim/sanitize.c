// Walks the parsed graph and takes out what reads files, runs scripts or blows up.
#include "internal.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

typedef enum { FILE_NAME, STRIP, URL, TARGET, FONT, LABEL, NUMBER, NUMBERS, FINITE, LENGTH, START,
               OVERLAP, CHARSET, COLOUR } action_t;
typedef struct { const char *name; action_t action; double least, most; } rule_t;

#define MOST_REPORTS 20   // of one attribute; the rest is counted
#define MOST_LINES 2000   // more make this Graphviz run out of memory or crash
#define MOST_LABEL 32768

static const rule_t rules[] = {
  {"image", FILE_NAME}, {"shapefile", FILE_NAME}, {"imagepath", FILE_NAME},
  {"fontpath", FILE_NAME}, {"stylesheet", FILE_NAME}, {"_background", STRIP},
  {"page", STRIP}, {"layers", STRIP}, {"layerselect", STRIP}, {"fontnames", STRIP},
  {"URL", URL}, {"href", URL}, {"edgeURL", URL}, {"edgehref", URL}, {"headURL", URL},
  {"headhref", URL}, {"tailURL", URL}, {"tailhref", URL}, {"labelURL", URL}, {"labelhref", URL},
  {"target", TARGET}, {"edgetarget", TARGET}, {"headtarget", TARGET}, {"tailtarget", TARGET},
  {"labeltarget", TARGET}, {"fontname", FONT}, {"labelfontname", FONT},
  {"label", LABEL}, {"xlabel", LABEL}, {"headlabel", LABEL}, {"taillabel", LABEL},
  {"tooltip", LABEL}, {"edgetooltip", LABEL}, {"headtooltip", LABEL}, {"tailtooltip", LABEL},
  {"labeltooltip", LABEL}, {"style", LENGTH, 0, 200}, {"arrowhead", LENGTH, 0, 64},
  {"arrowtail", LENGTH, 0, 64}, {"shape", LENGTH, 0, 64}, {"id", LENGTH, 0, 256},
  {"class", LENGTH, 0, 512}, {"color", COLOUR, 0, 512}, {"fillcolor", COLOUR, 0, 512},
  {"bgcolor", COLOUR, 0, 512}, {"pencolor", COLOUR, 0, 512}, {"fontcolor", COLOUR, 0, 512},
  {"labelfontcolor", COLOUR, 0, 512}, {"comment", LENGTH, 0, 4096},
  {"peripheries", NUMBER, 0, 16}, {"sides", NUMBER, 0, 64}, {"weight", NUMBER, 0, 1000},
  {"minlen", NUMBER, 0, 100}, {"fontsize", NUMBER, 1, 500}, {"labelfontsize", NUMBER, 1, 500},
  {"width", NUMBER, 0, 1000}, {"height", NUMBER, 0, 1000}, {"penwidth", NUMBER, 0, 100},
  {"arrowsize", NUMBER, 0, 50}, {"nodesep", NUMBER, 0, 100}, {"len", NUMBER, 0, 1000},
  {"mindist", NUMBER, 0, 1000}, {"defaultdist", NUMBER, 0, 1000}, {"quantum", NUMBER, 0, 100},
  {"searchsize", NUMBER, 0, 1000}, {"nslimit", NUMBER, 0, 100}, {"nslimit1", NUMBER, 0, 100},
  {"mclimit", NUMBER, 0, 100}, {"repulsiveforce", NUMBER, 0, 100}, {"K", NUMBER, 0, 100},
  {"Damping", NUMBER, 0, 1}, {"dim", NUMBER, 2, 10}, {"dimen", NUMBER, 2, 10},
  {"maxiter", NUMBER, 0, 10000}, {"epsilon", NUMBER, 1e-5, 1e3}, {"levels", NUMBER, 0, 1000},
  {"levelsgap", NUMBER, -1000, 1000}, {"samplepoints", NUMBER, 0, 64},
  {"skew", NUMBER, -100, 100}, {"distortion", NUMBER, -100, 100},
  {"orientation", NUMBER, -360, 360}, {"labelangle", NUMBER, -360, 360},
  {"labeldistance", NUMBER, 0, 1000}, {"gradientangle", NUMBER, -360, 360},
  {"rotate", NUMBER, -360, 360}, {"rotation", NUMBER, -360, 360}, {"normalize", NUMBER, -360, 360},
  {"voro_margin", NUMBER, 0, 10}, {"pack", NUMBER, 0, 1000}, {"dpi", NUMBER, 10, 1200},
  {"resolution", NUMBER, 10, 1200}, {"ratio", NUMBER, 0.01, 100}, {"area", NUMBER, 0, 1e6},
  {"overlap_scaling", NUMBER, -1000, 1000}, {"showboxes", NUMBER, 0, 2},
  {"margin", NUMBERS, -100, 100}, {"pad", NUMBERS, 0, 20}, {"ranksep", NUMBERS, 0, 100},
  {"size", NUMBERS, 0, 2000}, {"sep", NUMBERS, -1000, 1000}, {"esep", NUMBERS, -1000, 1000},
  {"scale", NUMBERS, 0, 100}, {"viewport", NUMBERS, -1e6, 1e6},
  {"pos", FINITE}, {"bb", FINITE}, {"lp", FINITE}, {"xlp", FINITE}, {"head_lp", FINITE},
  {"tail_lp", FINITE}, {"lwidth", FINITE}, {"lheight", FINITE}, {"rects", FINITE},
  {"vertices", FINITE}, {"start", START}, {"overlap", OVERLAP}, {"charset", CHARSET},
};

const char *sanitize_engine(const char *name) {
  static const char *const engines[] = {"dot", "neato", "fdp", "sfdp", "twopi", "circo", "osage",
                                        "patchwork", "nop", "nop1", "nop2"};
  for (size_t k = 0; k < sizeof engines / sizeof engines[0]; k++)
    if (strcmp(name, engines[k]) == 0) return engines[k];
  return NULL;
}

typedef struct {
  Agraph_t *root;
  const char *device;
  const rule_t *rule;
  Agsym_t *symbol;
  const char *subject;
  int reports;
  bool refused;
} walk_t;

static void complain(walk_t *w, const char *message, const char *value) {
  if (w->reports++ >= MOST_REPORTS) return;
  report('W', w->subject, w->rule->name, "%s (it was \"%.60s\")", message, value);
}

// True if every number in the text is finite and within bounds; text without numbers passes.
static bool numbers_fit(const char *text, double least, double most) {
  while (*text) {
    char *end;
    double number = strtod(text, &end);
    if (end == text) { text++; continue; }
    if (!isfinite(number) || number < least || number > most) return false;
    text = end;
  }
  return true;
}

// Cuts a label that is too long or has too many lines, between characters and escapes.
static char *shorten(const char *label, size_t bytes) {
  size_t lines = 0, at = 0;
  while (label[at] && at < bytes && lines < MOST_LINES) {
    if (label[at] == '\n') lines++;
    if (label[at] == '\\' && label[at + 1]) {
      if (strchr("nlr", label[at + 1])) lines++;
      at++;
    }
    at++;
  }
  if (!label[at]) return NULL;
  while (at > 0 && ((unsigned char)label[at] & 0xC0) == 0x80) at--;
  text_t out = {0};
  text_add(&out, label, at);
  text_add(&out, "\xE2\x80\xA6", 3);
  return out.bytes;
}

// The value to put in place of `value`, or null to leave it. `*html` says which sort it is.
static char *judge(walk_t *w, void *object, char *value, bool *html) {
  const rule_t *r = w->rule;
  const char *why;
  char removal[128];
  char *clean = NULL;
  switch (r->action) {
  case FILE_NAME:
    complain(w, "removed: files are not read", value);
    return strdup("");
  case STRIP:
    complain(w, "removed: not supported", value);
    return strdup("");
  case URL:
    clean = clean_url(value, w->device, &why);
    if (clean) return clean;
    snprintf(removal, sizeof removal, "removed: %s", why);
    complain(w, removal, value);
    return strdup("");
  case TARGET:
    clean = clean_target(value);
    if (!clean) { complain(w, "removed: not the name of a window", value); return strdup(""); }
    return clean;
  case FONT:
    clean = clean_font(value);
    if (!is_font_name(value)) complain(w, "replaced: not the name of a font", value);
    return clean;
  case LABEL:
    if (gv.aghtmlstr(value)) {
      if (!(clean = clean_html(value, w->device, w->subject))) w->refused = true;
      *html = true;
      return clean;
    }
    if ((clean = shorten(value, MOST_LABEL))) complain(w, "shortened: too long", value);
    // A label that shows the name (\N) is as long as the name.
    if (!clean && object && AGTYPE(object) == AGNODE && strstr(value, "\\N")
        && (clean = shorten(gv.agnameof(object), 4096))) complain(w, "shortened: too long", value);
    return clean;
  case NUMBER: {
    char *end;
    double number = strtod(value, &end);
    if (end == value) return NULL;
    if (!isfinite(number)) { complain(w, "removed: not a number", value); return strdup(""); }
    double fit = number < r->least ? r->least : number > r->most ? r->most : number;
    if (fit == number) return NULL;
    char text[40];
    complain(w, fit == r->most ? "too large; the largest value allowed is used"
                               : "too small; the smallest value allowed is used", value);
    snprintf(text, sizeof text, "%g", fit);
    return strdup(text);
  }
  case NUMBERS:
    if (numbers_fit(value, r->least, r->most)) return NULL;
    complain(w, "removed: out of bounds", value);
    return strdup("");
  case FINITE:
    if (numbers_fit(value, -1e6, 1e6)) return NULL;
    complain(w, "removed: not a position on a page", value);
    return strdup("");
  case LENGTH:
    if (strlen(value) <= (size_t)r->most) return NULL;
    complain(w, "removed: too long", value);
    return strdup("");
  case COLOUR:
    if (strlen(value) <= (size_t)r->most && is_colour_list(value)) return NULL;
    complain(w, "removed: not a colour or a list of colours", value);
    return strdup("");
  case START:  // "random" alone takes its seed from the clock
    if (strpbrk(value, "0123456789") || !strcmp(value, "self") || !strcmp(value, "regular"))
      return NULL;
    complain(w, "removed: the clock would decide; give a number", value);
    return strdup("");
  case OVERLAP: {
    const char *digits = value + strcspn(value, "0123456789");
    if (strlen(value) <= 40 && strtod(digits, NULL) <= 1000) return NULL;
    complain(w, "too many tries; prism is used", value);
    return strdup("prism");
  }
  case CHARSET:
    if (!strcasecmp(value, "utf-8") || !strcasecmp(value, "utf8")) return NULL;
    complain(w, "removed: only UTF-8 is read", value);
    return strdup("");
  }
  return NULL;
}

static void treat(walk_t *w, void *object) {
  char *value = gv.agxget(object, w->symbol);
  if (!value || !*value) return;
  char subject[256];
  bool html = false;
  report_name(object, subject, sizeof subject);
  w->subject = subject;
  char *clean = judge(w, object, value, &html);
  if (!clean) return;
  if (strcmp(clean, value) != 0) {
    char *kept = html ? gv.agstrdup_html(w->root, clean) : NULL;
    gv.agxset(object, w->symbol, kept ? kept : clean);
  }
  free(clean);
}

static void treat_graphs(walk_t *w, Agraph_t *g) {
  treat(w, g);
  for (Agraph_t *s = gv.agfstsubg(g); s; s = gv.agnxtsubg(s)) treat_graphs(w, s);
}

static void treat_default(walk_t *w, int kind) {
  bool html = false;
  char *value = w->symbol->defval;
  if (!value || !*value || gv.aghtmlstr(value)) return;
  w->subject = kind == AGRAPH ? "graph" : kind == AGNODE ? "every node" : "every edge";
  w->reports = MOST_REPORTS;  // silent: each object that has the value speaks for itself
  char *clean = judge(w, NULL, value, &html);
  w->reports = 0;
  if (clean && strcmp(clean, value) != 0) gv.agattr(w->root, kind, w->symbol->name, clean);
  free(clean);
}

bool sanitize_graph(Agraph_t *root, const char *device) {
  walk_t w = {.root = root, .device = device};
  for (int kind = AGRAPH; kind <= AGEDGE; kind++) {
    for (size_t k = 0; k < sizeof rules / sizeof rules[0]; k++) {
      w.rule = &rules[k];
      w.reports = 0;
      w.symbol = gv.agattr(root, kind, (char *)rules[k].name, NULL);
      if (!w.symbol) continue;
      if (kind != AGRAPH) treat_default(&w, kind);
      if (kind == AGRAPH) treat_graphs(&w, root);
      for (Agnode_t *n = kind == AGRAPH ? NULL : gv.agfstnode(root); n; n = gv.agnxtnode(root, n)) {
        if (kind == AGNODE) treat(&w, n);
        else for (Agedge_t *e = gv.agfstout(root, n); e; e = gv.agnxtout(root, e)) treat(&w, e);
      }
      if (w.reports > MOST_REPORTS)
        report('W', "graph", rules[k].name, "and %d more of the same", w.reports - MOST_REPORTS);
    }
  }
  // No layers are still layers, and hold nothing; one holds everything.
  if (gv.agget(root, "layers")) gv.agset(root, "layers", "drawing");
  return !w.refused;
}
