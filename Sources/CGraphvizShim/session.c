// A process between the caller and the drawings. It loads Graphviz, its plugins and fonts, which takes most of the
// time of a small drawing, and then forks for each. It never reads a graph, so no graph can harm the next one.
#define _GNU_SOURCE
#include "internal.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

// The session's descriptors: 0 and 1 are /dev/null, 2 is the log, 3 is the socket.
#define SOCKET_FD 3
#define START_SECONDS 10.0
#define SPARE_SECONDS 10.0  // for what the session does beside a drawing, on a busy machine
#define MOST_SAID ((size_t)16 << 10)

typedef struct {
  uint64_t dot_length, memory_bytes, output_bytes, log_bytes;
  double wall_seconds;
  unsigned cpu_seconds;
  int way, dpi;
  char format[16], engine[16];
} order_t;

typedef struct {
  uint64_t length, log_length;
  int status, stage, signal_number, exit_code, error_number;
  char engine[16];
} delivery_t;

static char said[MOST_SAID];
static size_t said_length;

void repeat_said_while_loading(void) {
  if (said_length > 0) report_write(LOG_FD, said, said_length);
}

// Both sides. False at the end of the connection, after an error and at the deadline (0: none).
static bool transfer(int fd, void *bytes, size_t length, bool sends, double deadline) {
  char *at = bytes;
  while (length > 0) {
    struct pollfd watch = {fd, sends ? POLLOUT : POLLIN, 0};
    double left = deadline > 0 ? deadline - monotonic_seconds() : 3600;
    if (left <= 0) return false;
    int ready = poll(&watch, 1, left > 3600 ? 3600000 : (int)(left * 1000) + 1);
    if (ready < 0 && errno != EINTR) return false;
    if (ready <= 0) continue;
    ssize_t n = sends ? send(fd, at, length, MSG_NOSIGNAL | MSG_DONTWAIT)
                      : recv(fd, at, length, MSG_DONTWAIT);
    if (n < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    if (n <= 0) return false;
    at += n;
    length -= (size_t)n;
  }
  return true;
}

static bool get(int fd, void *bytes, size_t length, double deadline) {
  return transfer(fd, bytes, length, false, deadline);
}

static bool put(int fd, const void *bytes, size_t length, double deadline) {
  return transfer(fd, (void *)bytes, length, true, deadline);
}

// The session's side.

static void own_session_descriptors(int socket) {
  int kept = fcntl(socket, F_DUPFD, 10), null = open("/dev/null", O_RDWR);
  int log = memfd_create("entente-log", 0);
  if (kept < 0 || null < 0) _exit(1);
  dup2(null, 0);
  dup2(null, 1);
  dup2(log < 0 ? null : log, LOG_FD);
  dup2(kept, SOCKET_FD);
  fcntl(SOCKET_FD, F_SETFD, FD_CLOEXEC);
  if (syscall(SYS_close_range, SOCKET_FD + 1, ~0u, 0) != 0)
    for (int fd = SOCKET_FD + 1; fd < 65536; fd++) close(fd);
}

// Loads what drawings need, by drawing something of everything. The first use of a function, a font or a plugin costs
// more than its work, and would be paid for each drawing anew. In one line, as in check_fonts.
static void load_more(void) {
  static const struct { const char *engine, *dot; } drafts[] = {
    {"dot", "digraph g{graph[fontname=Arial label=g tooltip=t]node[fontname=Arial tooltip=t]"
            "edge[fontname=Arial label=e tooltip=t fontsize=11]subgraph cluster_c{label=c style=rounded a b}"
            "a[shape=box URL=\"https://example.org\" style=\"rounded,filled\" fillcolor=\"#ffeeee\" id=i class=c]"
            "b[shape=record label=\"{x|y}\"]c[label=<<b>h</b><br/><i>i</i>>]d[shape=diamond color=red]"
            "e[shape=plaintext fontsize=10]a->b->c->d a->c[color=blue style=dashed dir=both]e->b[label=\"\"]}"},
    {"nop2", "graph g{a[pos=\"0,0\" fontname=Arial]}"},
  };
  for (size_t k = 0; k < sizeof drafts / sizeof drafts[0]; k++) {
    Agraph_t *g = gv.agmemread(drafts[k].dot);
    if (!g) continue;
    char *data = NULL;
    unsigned length = 0;
    if (gv.gvLayout(loaded_graphviz(), g, drafts[k].engine) == 0) {
      if (gv.gvRenderData(loaded_graphviz(), g, "svg", &data, &length) == 0) gv.gvFreeRenderData(data);
      gv.gvFreeLayout(loaded_graphviz(), g);
    }
    gv.agclose(g);
  }
  gv.agreseterrors();
}

static bool serve_one(void) {
  order_t order;
  if (!get(SOCKET_FD, &order, sizeof order, 0)) return false;
  char *dot = malloc(order.dot_length + 1);
  if (!dot || !get(SOCKET_FD, dot, order.dot_length, 0)) return false;
  entente_gv_request request = {
    .dot = dot, .dot_length = order.dot_length, .format = order.format,
    .engine = order.engine[0] ? order.engine : NULL, .way = order.way,
    .wall_seconds = order.wall_seconds, .cpu_seconds = order.cpu_seconds,
    .memory_bytes = order.memory_bytes, .output_bytes = order.output_bytes,
    .log_bytes = order.log_bytes, .dpi = order.dpi};
  entente_gv_result result;
  run_child(&request, &result, SOCKET_FD);
  free(dot);
  delivery_t delivery = {
    .length = result.length, .log_length = result.log_length, .status = result.status,
    .stage = result.stage, .signal_number = result.signal_number, .exit_code = result.exit_code,
    .error_number = result.error_number};
  memcpy(delivery.engine, result.engine, sizeof delivery.engine);
  bool sent = put(SOCKET_FD, &delivery, sizeof delivery, 0)
      && put(SOCKET_FD, result.bytes, result.length, 0)
      && put(SOCKET_FD, result.log, result.log_length, 0);
  entente_gv_free(&result);
  return sent;
}

_Noreturn static void session_main(int socket, char **environment) {
  environ = environment;
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  own_signals();
  own_session_descriptors(socket);
  atexit(leave);
  load_graphviz();
  load_more();
  ssize_t n = pread(LOG_FD, said, sizeof said, 0);
  said_length = n > 0 ? (size_t)n : 0;
  char ready = 1;
  if (!put(SOCKET_FD, &ready, 1, 0)) _exit(0);
  while (serve_one()) {}
  _exit(0);  // the caller has gone or closed the session
}

// The caller's side.

void entente_gv_session_close(entente_gv_session *session) {
  if (!session->is_open) return;
  close(session->socket);
  if (session->handle >= 0) {
    syscall(SYS_pidfd_send_signal, session->handle, SIGKILL, NULL, 0);
    close(session->handle);
  } else {
    kill(session->process, SIGKILL);
  }
  int state;
  while (waitpid(session->process, &state, 0) < 0 && errno == EINTR) {}
  memset(session, 0, sizeof *session);
}

// Zero, or the number of the error.
static int start_session(entente_gv_session *session) {
  if (session->is_open) return 0;
  char **environment = child_environment();
  if (!environment) return ENOMEM;
  int ends[2];
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) {
    int error = errno;
    free(environment);
    return error;
  }
  pid_t child = fork();
  if (child == 0) session_main(ends[1], environment);
  int fork_error = errno;
  close(ends[1]);
  free(environment);
  if (child < 0) { close(ends[0]); return fork_error; }
  *session = (entente_gv_session){
    .is_open = 1, .socket = ends[0], .process = child,
    .handle = (int)syscall(SYS_pidfd_open, child, 0)};
  char ready;
  if (get(session->socket, &ready, 1, monotonic_seconds() + START_SECONDS)) return 0;
  entente_gv_session_close(session);
  return ETIMEDOUT;
}

static bool collect(int socket, entente_gv_result *result, double deadline) {
  delivery_t delivery;
  if (!get(socket, &delivery, sizeof delivery, deadline)) return false;
  result->bytes = malloc(delivery.length + 1);
  result->log = malloc(delivery.log_length + 1);
  if (!result->bytes || !result->log) return false;
  if (!get(socket, result->bytes, delivery.length, deadline)) return false;
  if (!get(socket, result->log, delivery.log_length, deadline)) return false;
  result->length = delivery.length;
  result->log_length = delivery.log_length;
  result->status = delivery.status;
  result->stage = delivery.stage;
  result->signal_number = delivery.signal_number;
  result->exit_code = delivery.exit_code;
  result->error_number = delivery.error_number;
  memcpy(result->engine, delivery.engine, sizeof result->engine);
  result->engine[sizeof result->engine - 1] = 0;
  return true;
}

int entente_gv_session_render(entente_gv_session *session, const entente_gv_request *request,
                              entente_gv_result *result) {
  memset(result, 0, sizeof *result);
  order_t order;
  memset(&order, 0, sizeof order);
  order.dot_length = request->dot_length;
  order.memory_bytes = request->memory_bytes;
  order.output_bytes = request->output_bytes;
  order.log_bytes = request->log_bytes;
  order.wall_seconds = request->wall_seconds;
  order.cpu_seconds = request->cpu_seconds;
  order.way = request->way;
  order.dpi = request->dpi;
  strncpy(order.format, request->format, sizeof order.format - 1);
  if (request->engine) strncpy(order.engine, request->engine, sizeof order.engine - 1);
  if (!open_graphviz()) return result->status = ENTENTE_GV_ABSENT;
  int error = 0;
  // Twice, since a session may have been killed from outside, or have met a lock as it was split off.
  for (int attempt = 0; attempt < 2; attempt++) {
    error = start_session(session);
    if (error) continue;
    double deadline = monotonic_seconds() + request->wall_seconds + SPARE_SECONDS;
    if (put(session->socket, &order, sizeof order, deadline)
        && put(session->socket, request->dot, request->dot_length, deadline)
        && collect(session->socket, result, deadline))
      return result->status;
    error = EPIPE;
    entente_gv_free(result);
    memset(result, 0, sizeof *result);
    entente_gv_session_close(session);
  }
  return cannot_start(result, error);
}
