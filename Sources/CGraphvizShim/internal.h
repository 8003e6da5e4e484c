// Shared by the files of the shim. Everything but parent.c and session.c runs in the child only.
#ifndef CGRAPHVIZ_SHIM_INTERNAL_H
#define CGRAPHVIZ_SHIM_INTERNAL_H

#include "CGraphvizShim.h"
#include <graphviz/gvc.h>
#include <stdbool.h>

// The child's descriptors: 0 and 1 are /dev/null, 2 is the log, 3 is the result.
#define LOG_FD 2
#define RESULT_FD 3

// Frames on the result pipe: one letter, eight bytes of length (host order), payload.
#define FRAME_STAGE 'S'
#define FRAME_ENGINE 'N'
#define FRAME_DATA 'D'
#define FRAME_STATUS 'E'

// library.c: the functions of Graphviz, called as `gv.agget(…)`. Called by name, they would be linked, and each start
// of the program would load the library and all that it needs, drawings or not.
#define GRAPHVIZ_FUNCTIONS(X)                                                                            \
  X(agattr) X(agclose) X(agerrors) X(agfstnode) X(agfstout) X(agfstsubg) X(agget) X(aghtmlstr)           \
  X(agmemread) X(agnameof) X(agnode) X(agnxtnode) X(agnxtout) X(agnxtsubg) X(agopen) X(agreseterrors)    \
  X(agroot) X(agsafeset) X(agset) X(agseterr) X(agstrdup_html) X(agsubg) X(agxget) X(agxset)             \
  X(gvContext) X(gvFreeLayout) X(gvFreeRenderData) X(gvLayout) X(gvRenderData) X(Agdirected)

typedef struct {
#define MEMBER(name) __typeof__(&name) name;
  GRAPHVIZ_FUNCTIONS(MEMBER)
#undef MEMBER
  // A variable of libgvc that none of its headers has. Any value but null makes the library refuse the files that a
  // graph names; the environment variable of that purpose is read by the dot program only. Null where a later library
  // has no such variable.
  char **file_guard;
} graphviz_t;

extern graphviz_t gv;

// Opens the library once for a process; before a fork, since the loader has locks. False where there is none.
bool open_graphviz(void);

// parent.c
double monotonic_seconds(void);
char **child_environment(void);  // malloc'ed, its strings not
int cannot_start(entente_gv_result *result, int error);
// Forks, waits and judges. Gives up early once `customer`, if not negative, has hung up.
int run_child(const entente_gv_request *request, entente_gv_result *result, int customer);

// session.c: writes to the log what was said before this process was split off.
void repeat_said_while_loading(void);

// child.c
void own_signals(void);
void leave(void);
void load_graphviz(void);  // once for a process
GVC_t *loaded_graphviz(void);
_Noreturn void child_main(const entente_gv_request *request, char **environment,
                          int result_fd, int log_fd);

// report.c
void report_write(int fd, const void *bytes, size_t length);
void report_frame(char type, const void *bytes, size_t length);
void report(char level, const char *subject, const char *attribute, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
void report_standard_error(void);
bool report_saw_label_error(void);
void report_name(void *object, char *out, size_t size);

// sanitize.c: strips or caps what reads files, runs scripts or blows up. False: refuse the graph.
bool sanitize_graph(Agraph_t *root, const char *device);
const char *sanitize_engine(const char *name);  // the name as Graphviz knows it, or null

// sanitize_values.c; each returns malloc'ed text, or null to have the attribute removed
char *clean_url(const char *raw, const char *device, const char **why);
char *clean_font(const char *raw);
bool is_font_name(const char *raw);
bool is_colour_list(const char *text);
char *clean_target(const char *raw);
char *decode_entities(const char *raw);

// sanitize_html.c: null means that the label must be refused
char *clean_html(const char *html, const char *device, const char *subject);

// growing text
typedef struct { char *bytes; size_t length, room; } text_t;
void text_add(text_t *text, const char *bytes, size_t length);
void text_put(text_t *text, char byte);

#endif
