// Renders DOT in a forked child process. The calling process never runs Graphviz code.
#ifndef CGRAPHVIZ_SHIM_PUBLIC_H
#define CGRAPHVIZ_SHIM_PUBLIC_H

#include <stddef.h>
#include <stdint.h>

// How a rendering ended.
enum {
  ENTENTE_GV_OK = 0,
  ENTENTE_GV_START,    // no pipe, no memory or no child could be made; `error_number` says why
  ENTENTE_GV_TIME,     // wall or CPU limit reached; `stage` says during what
  ENTENTE_GV_CRASH,    // ended by a signal, in `signal_number`
  ENTENTE_GV_EXIT,     // the library called exit(), or the child left without a result
  ENTENTE_GV_MEMORY,   // the memory limit was reached
  ENTENTE_GV_PARSE,    // not DOT
  ENTENTE_GV_LAYOUT,   // the layout engine refused
  ENTENTE_GV_DRAW,     // the renderer refused
  ENTENTE_GV_EXTENT,   // the drawing has no finite size
  ENTENTE_GV_OUTPUT,   // the result is larger than asked for
  ENTENTE_GV_LABEL,    // an HTML-like label can't be read
  ENTENTE_GV_ABSENT    // there is no libgvc on this machine
};

// What the child had begun when it was last heard of.
enum {
  ENTENTE_GV_AT_START = 0,
  ENTENTE_GV_AT_PARSE,
  ENTENTE_GV_AT_LAYOUT,
  ENTENTE_GV_AT_DRAW,
  ENTENTE_GV_AT_END
};

// How hard to try. Later ways are faster and plainer.
enum {
  ENTENTE_GV_AS_ASKED = 0,
  ENTENTE_GV_PLAIN_DOT,    // dot, splines=line nslimit=1 mclimit=0.3
  ENTENTE_GV_PLAIN_SFDP    // sfdp, splines=line overlap=prism
};

typedef struct {
  const char *dot;        // need not end in NUL
  size_t dot_length;
  const char *format;     // a Graphviz device: svg, png, pdf, json0
  const char *engine;     // null: the graph's own `layout`, or dot
  int way;                // ENTENTE_GV_AS_ASKED and so on
  double wall_seconds;
  unsigned cpu_seconds;
  uint64_t memory_bytes;  // on top of what the calling process has mapped
  uint64_t output_bytes;
  uint64_t log_bytes;
  int dpi;                // 0: the graph's, or the device's own
} entente_gv_request;

typedef struct {
  int status;
  int stage;
  int signal_number;
  int exit_code;
  int error_number;
  char engine[16];        // the engine that was used, "" if it came to none
  unsigned char *bytes;   // freed by entente_gv_free
  size_t length;
  // Records and raw standard error, interleaved. A record is one line that starts with 0x1E:
  // level letter (W, E or G for Graphviz's own words), tab, subject, tab, attribute, tab, message.
  unsigned char *log;
  size_t log_length;
} entente_gv_result;

// Fills `result` and returns its status. May be called from many threads at once.
int entente_gv_render(const entente_gv_request *request, entente_gv_result *result);
void entente_gv_free(entente_gv_result *result);

// A process that has loaded Graphviz and fonts and forks for each drawing: a drawing then costs what its
// layout costs, and is as far apart from the others and from the caller as with entente_gv_render. It reads no
// graph itself. Started when it is first needed, and again if it has died. All zero before its first use; for one
// thread at a time.
typedef struct {
  int is_open;
  int socket;
  int handle;             // a pidfd, or -1
  int process;
} entente_gv_session;

int entente_gv_session_render(entente_gv_session *session, const entente_gv_request *request,
                              entente_gv_result *result);
void entente_gv_session_close(entente_gv_session *session);

// Whether this libgvc can be told to read no files. The removal of attributes doesn't rest on it.
int entente_gv_has_file_guard(void);

#endif
