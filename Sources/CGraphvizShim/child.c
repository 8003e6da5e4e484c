// The child's side: give everything up, then parse, lay out and draw. Leaves by _exit only.
#define _GNU_SOURCE
#include "internal.h"
#include <fcntl.h>
#include <locale.h>
#include <math.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <time.h>
#include <ucontext.h>
#include <unistd.h>

extern char **environ;

#define STACK_BYTES ((size_t)64 << 20)
#define MOST_POINTS 1e6
#define MOST_PIXELS 1e8
#define FIRST_NUMBER 99

static const entente_gv_request *job;
static ucontext_t work_context;
static GVC_t *context;

_Noreturn static void finish(unsigned char status) {
  report_frame(FRAME_STATUS, &status, 1);
  _exit(0);
}

static void stage(unsigned char which) { report_frame(FRAME_STAGE, &which, 1); }

static void limit(__rlimit_resource_t resource, rlim_t soft, rlim_t hard) {
  struct rlimit old, new = {soft, hard};
  if (getrlimit(resource, &old) == 0 && old.rlim_max != RLIM_INFINITY) {
    if (new.rlim_max > old.rlim_max) new.rlim_max = old.rlim_max;
    if (new.rlim_cur > new.rlim_max) new.rlim_cur = new.rlim_max;
  }
  setrlimit(resource, &new);
}

// The child begins with everything that its parent has mapped, so the limit counts from there.
static uint64_t mapped_bytes(void) {
  char text[64];
  int fd = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
  if (fd < 0) return 0;
  ssize_t n = read(fd, text, sizeof text - 1);
  close(fd);
  if (n <= 0) return 0;
  text[n] = 0;
  return strtoull(text, NULL, 10) * (uint64_t)sysconf(_SC_PAGESIZE);
}

// Runs before every other handler if the library calls exit(), so that the host program's own
// handlers and half-written files are left alone.
void leave(void) { _exit(3); }

static void own_descriptors(int result_fd, int log_fd) {
  int result = fcntl(result_fd, F_DUPFD, 10), log = fcntl(log_fd, F_DUPFD, 10);
  int null = open("/dev/null", O_RDWR);
  if (result < 0 || log < 0 || null < 0) _exit(1);
  dup2(null, 0);
  dup2(null, 1);
  dup2(log, LOG_FD);
  dup2(result, RESULT_FD);
  if (syscall(SYS_close_range, RESULT_FD + 1, ~0u, 0) != 0)
    for (int fd = RESULT_FD + 1; fd < 65536; fd++) close(fd);
}

void own_signals(void) {
  static bool done;  // here or in the process that this one was split off
  if (done) return;
  done = true;
  struct sigaction plain = {.sa_handler = SIG_DFL};
  sigset_t none;
  for (int s = 1; s < NSIG; s++) sigaction(s, &plain, NULL);
  signal(SIGXFSZ, SIG_IGN);
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
}

static void set_root(Agraph_t *g, const char *name, const char *value) {
  gv.agsafeset(g, (char *)name, (char *)value, "");
}

// Text without a font is set in Arial, whose widths readers' machines share (Liberation Sans).
static void default_font(Agraph_t *g) {
  for (int kind = AGRAPH; kind <= AGEDGE; kind++) {
    Agsym_t *font = gv.agattr(g, kind, "fontname", NULL);
    if (!font) gv.agattr(g, kind, "fontname", "Arial");
    else if (!*font->defval) gv.agattr(g, kind, "fontname", "Arial");
  }
  if (!*gv.agget(g, "fontname")) set_root(g, "fontname", "Arial");
  Agsym_t *of_nodes = gv.agattr(g, AGNODE, "fontname", NULL);
  Agsym_t *of_edges = gv.agattr(g, AGEDGE, "fontname", NULL);
  for (Agnode_t *n = gv.agfstnode(g); n; n = gv.agnxtnode(g, n)) {
    if (!*gv.agxget(n, of_nodes)) gv.agxset(n, of_nodes, "Arial");
    for (Agedge_t *e = gv.agfstout(g, n); e; e = gv.agnxtout(g, e))
      if (!*gv.agxget(e, of_edges)) gv.agxset(e, of_edges, "Arial");
  }
}

static const char *choose_engine(Agraph_t *g) {
  const char *asked = job->engine ? job->engine : gv.agget(g, "layout");
  const char *engine = asked && *asked ? sanitize_engine(asked) : "dot";
  if (!engine) {
    report('W', "graph", "layout", "\"%.60s\" is not a layout engine that is allowed; dot is used",
           asked);
    engine = "dot";
  }
  if (job->way == ENTENTE_GV_PLAIN_DOT) engine = "dot";
  if (job->way == ENTENTE_GV_PLAIN_SFDP) engine = "sfdp";
  if (job->way != ENTENTE_GV_AS_ASKED) set_root(g, "splines", "line");
  if (job->way == ENTENTE_GV_PLAIN_DOT) {
    set_root(g, "nslimit", "1");
    set_root(g, "nslimit1", "1");
    set_root(g, "mclimit", "0.3");
  }
  if (job->way == ENTENTE_GV_PLAIN_SFDP) set_root(g, "overlap", "prism");
  // The graph's own `layout` would beat the argument of gvLayout.
  set_root(g, "layout", engine);
  report_frame(FRAME_ENGINE, engine, strlen(engine));
  return engine;
}

static bool has_extent(Agraph_t *g) {
  boxf box = GD_bb(g);
  double width = box.UR.x - box.LL.x, height = box.UR.y - box.LL.y;
  return isfinite(width) && isfinite(height) && width >= 0 && height >= 0
      && width <= MOST_POINTS && height <= MOST_POINTS;
}

// A raster costs by its area, so a large drawing gets fewer dots per inch.
static void set_resolution(Agraph_t *g) {
  if (strcmp(job->format, "png") != 0) return;
  boxf box = GD_bb(g);
  double inches = (box.UR.x - box.LL.x + 8) * (box.UR.y - box.LL.y + 8) / (72 * 72);
  double dpi = job->dpi > 0 ? job->dpi : GD_drawing(g)->dpi > 0 ? GD_drawing(g)->dpi : 96;
  if (inches * dpi * dpi > MOST_PIXELS) {
    double less = floor(sqrt(MOST_PIXELS / inches));
    report('W', "graph", "dpi", "%.0f dots per inch would make too large a picture; %.0f are used",
           dpi, less < 1 ? 1 : less);
    dpi = less < 1 ? 1 : less;
  }
  GD_drawing(g)->dpi = dpi;
}

// Cairo writes the clock into PDF. SOURCE_DATE_EPOCH takes its place, or else nothing does.
static void fix_date(char *pdf, size_t length) {
  static const char key[] = "/CreationDate (D:";
  char *at = memmem(pdf, length, key, sizeof key - 1);
  char *end = at ? memchr(at, ')', length - (size_t)(at - pdf)) : NULL;
  if (!end || end - at > 60) return;
  const char *epoch = getenv("SOURCE_DATE_EPOCH");
  char date[32] = "";
  time_t seconds = epoch && *epoch ? (time_t)strtoll(epoch, NULL, 10) : 0;
  struct tm parts;
  if (seconds > 0 && gmtime_r(&seconds, &parts))
    strftime(date, sizeof date, "%Y%m%d%H%M%SZ", &parts);
  if ((size_t)(end - at) == sizeof key - 1 + strlen(date)) memcpy(at + sizeof key - 1, date,
                                                                  strlen(date));
  else memset(at, ' ', (size_t)(end - at) + 1);
}

// Without fonts every character is a box of one width and nobody says so. The graph stands in one line and has a
// name, since the library counts lines and nameless graphs on to the next.
static void check_fonts(void) {
  Agraph_t *g = gv.agmemread("graph g{node[shape=box margin=0 width=0 height=0 fontname=Arial]"
                          "i[label=iiiiiiiiii]m[label=mmmmmmmmmm]}");
  if (!g) return;
  if (gv.gvLayout(context, g, "dot") == 0) {
    double i = ND_width(gv.agnode(g, "i", 0)), m = ND_width(gv.agnode(g, "m", 0));
    if (fabs(m - i) < 0.05 * m)
      report('W', "fonts", "", "no fonts are installed: text is measured wrongly and may not show; "
             "install Liberation Sans (Debian: fonts-liberation2) and fontconfig");
    gv.gvFreeLayout(context, g);
  }
  gv.agclose(g);
}

// Things without a name are numbered through a process, and a graph's number is its title. All drawings begin at one.
static void begin_numbers(void) {
  Agraph_t *g = gv.agopen((char *)"g", *gv.Agdirected, NULL);
  for (;;) {
    Agraph_t *nameless = gv.agsubg(g, NULL, 1);
    const char *name = nameless ? gv.agnameof(nameless) : NULL;
    if (!name || atoi(name + 1) >= FIRST_NUMBER) break;
  }
  gv.agclose(g);
}

void load_graphviz(void) {
  if (context) return;
  setlocale(LC_ALL, "C");
  if (gv.file_guard) *gv.file_guard = (char *)"entente";
  else report('W', "graphviz", "", "this libgvc has no guard against reading files; "
              "attributes that name files are still removed");
  report_standard_error();
  gv.agseterr(AGWARN);
  context = gv.gvContext();
  check_fonts();
  report_saw_label_error();
  gv.agreseterrors();
}

GVC_t *loaded_graphviz(void) { return context; }

static int by_sequence(const void *a, const void *b) {
  uint64_t x = AGSEQ(*(Agraph_t *const *)a), y = AGSEQ(*(Agraph_t *const *)b);
  return (x > y) - (x < y);
}

// Graphviz keeps subgraphs by the address of their names, which differs between runs of this program. They are
// drawn in the order of the text.
static void sort_clusters(Agraph_t *g) {
  int count = GD_n_cluster(g);
  if (count <= 0 || !GD_clust(g)) return;
  qsort(GD_clust(g) + 1, (size_t)count, sizeof *GD_clust(g), by_sequence);
  for (int i = 1; i <= count; i++) sort_clusters(GD_clust(g)[i]);
}

static void work(void) {
  char *dot = malloc(job->dot_length + 1);
  if (!dot) finish(ENTENTE_GV_MEMORY);
  memcpy(dot, job->dot, job->dot_length);
  dot[job->dot_length] = 0;

  load_graphviz();
  begin_numbers();
  GVC_t *gvc = context;

  stage(ENTENTE_GV_AT_PARSE);
  Agraph_t *g = gv.agmemread(dot);
  report_saw_label_error();
  if (!g || gv.agerrors() > AGWARN) finish(ENTENTE_GV_PARSE);  // half a graph comes with an error too
  if (!sanitize_graph(g, job->format)) finish(ENTENTE_GV_LABEL);
  default_font(g);
  const char *engine = choose_engine(g);

  stage(ENTENTE_GV_AT_LAYOUT);
  if (gv.gvLayout(gvc, g, engine) != 0) finish(ENTENTE_GV_LAYOUT);
  if (report_saw_label_error()) finish(ENTENTE_GV_LABEL);
  if (!has_extent(g)) finish(ENTENTE_GV_EXTENT);
  set_resolution(g);
  sort_clusters(g);

  stage(ENTENTE_GV_AT_DRAW);
  char *data = NULL;
  unsigned length = 0;
  int failed = gv.gvRenderData(gvc, g, job->format, &data, &length);
  if (report_saw_label_error()) finish(ENTENTE_GV_LABEL);
  if (failed || !data || length == 0) finish(ENTENTE_GV_DRAW);
  if (length > job->output_bytes) finish(ENTENTE_GV_OUTPUT);
  if (strcmp(job->format, "pdf") == 0) fix_date(data, length);
  stage(ENTENTE_GV_AT_END);
  report_frame(FRAME_DATA, data, length);
  finish(ENTENTE_GV_OK);
}

_Noreturn void child_main(const entente_gv_request *request, char **environment, int result_fd,
                          int log_fd) {
  job = request;
  environ = environment;
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  own_signals();
  own_descriptors(result_fd, log_fd);
  stage(ENTENTE_GV_AT_START);
  repeat_said_while_loading();
  atexit(leave);
  uint64_t before = mapped_bytes();
  // The calling thread's stack may be small and Graphviz recurses; the lowest page stays closed.
  char *stack = mmap(NULL, STACK_BYTES, PROT_READ | PROT_WRITE,
                     MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_STACK, -1, 0);
  if (stack == MAP_FAILED || getcontext(&work_context) != 0) finish(ENTENTE_GV_MEMORY);
  mprotect(stack, (size_t)sysconf(_SC_PAGESIZE), PROT_NONE);
  limit(RLIMIT_CORE, 0, 0);
  limit(RLIMIT_NOFILE, 64, 64);
  limit(RLIMIT_FSIZE, 64 << 20, 64 << 20);
  limit(RLIMIT_CPU, request->cpu_seconds, request->cpu_seconds + 1);
  limit(RLIMIT_AS, before + STACK_BYTES + request->memory_bytes,
        before + STACK_BYTES + request->memory_bytes);
  work_context.uc_stack.ss_sp = stack;
  work_context.uc_stack.ss_size = STACK_BYTES;
  work_context.uc_link = NULL;
  makecontext(&work_context, work, 0);
  setcontext(&work_context);
  _exit(1);
}
