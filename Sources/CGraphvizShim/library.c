// Graphviz is opened when the first drawing is asked for.
#define _GNU_SOURCE
#include "internal.h"
#include <dlfcn.h>
#include <graphviz/graphviz_version.h>
#include <pthread.h>
#include <stdlib.h>

graphviz_t gv;
static bool is_open;

// The library of the version whose headers this was made with, since its structures are read; libcgraph comes with it.
static void *library(void) {
  const char *name = atoi(PACKAGE_VERSION) < 13 ? "libgvc.so.6" : "libgvc.so.7";
  void *handle = dlopen(name, RTLD_LAZY | RTLD_LOCAL);
  return handle ? handle : dlopen("libgvc.so", RTLD_LAZY | RTLD_LOCAL);
}

static void open_once(void) {
  void *handle = library();
  if (!handle) return;
#define FIND(name) if (!(gv.name = (__typeof__(&name))dlsym(handle, #name))) return;
  GRAPHVIZ_FUNCTIONS(FIND)
  gv.file_guard = (char **)dlsym(handle, "HTTPServerEnVar");
  is_open = true;
}

bool open_graphviz(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, open_once);
  return is_open;
}

int entente_gv_has_file_guard(void) { return open_graphviz() && gv.file_guard; }
