// The calling process's side: fork, read two pipes until a deadline, kill, reap.
//
// After fork() in a program with threads only the calling thread exists in the child, and a lock
// that another thread held stays locked for ever. glibc makes malloc and stdio usable in the child;
// the loader's and the locale's locks it doesn't. A child that meets one of those hangs before it
// has started work; the deadline ends it, and the caller tries once more.
#define _GNU_SOURCE
#include "internal.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

typedef struct { unsigned char *bytes; size_t length, room, cap; bool over, failed; } buffer_t;

double monotonic_seconds(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

// Takes what there is. False at the end of the pipe.
static bool drain(int fd, buffer_t *to) {
  unsigned char chunk[65536];
  for (;;) {
    ssize_t n = read(fd, chunk, sizeof chunk);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return errno == EAGAIN;
    if (n == 0) return false;
    size_t keep = (size_t)n;
    if (keep > to->cap - to->length) { keep = to->cap - to->length; to->over = true; }
    if (to->length + keep > to->room) {
      size_t room = to->room ? to->room * 2 : 65536;
      while (room < to->length + keep) room *= 2;
      unsigned char *grown = realloc(to->bytes, room);
      if (!grown) { to->failed = true; return false; }
      to->bytes = grown;
      to->room = room;
    }
    if (keep) memcpy(to->bytes + to->length, chunk, keep);
    to->length += keep;
  }
}

// The child's surroundings: what fonts need, a fixed locale and time zone, and nothing else. Made
// before the fork, because setenv() takes a lock.
char **child_environment(void) {
  static const char *const kept[] = {"HOME=", "XDG_CACHE_HOME=", "XDG_CONFIG_HOME=",
    "XDG_DATA_HOME=", "XDG_DATA_DIRS=", "FONTCONFIG_FILE=", "FONTCONFIG_PATH=",
    "FONTCONFIG_SYSROOT=", "GVBINDIR=", "LD_LIBRARY_PATH=", "SOURCE_DATE_EPOCH="};
  enum { count = sizeof kept / sizeof kept[0] };
  char **made = calloc(count + 3, sizeof *made);
  if (!made) return NULL;
  size_t n = 0;
  made[n++] = (char *)"LC_ALL=C.UTF-8";
  made[n++] = (char *)"TZ=UTC";
  for (size_t k = 0; k < count; k++)
    for (char **e = environ; e && *e; e++)
      if (strncmp(*e, kept[k], strlen(kept[k])) == 0) { made[n++] = *e; break; }
  return made;
}

static void read_frames(const buffer_t *in, entente_gv_result *result, bool *finished) {
  size_t at = 0;
  while (in->length - at >= 9) {
    uint64_t length;
    memcpy(&length, in->bytes + at + 1, 8);
    const unsigned char *payload = in->bytes + at + 9;
    if (length > in->length - at - 9) return;
    switch (in->bytes[at]) {
    case FRAME_STAGE: if (length == 1) result->stage = payload[0]; break;
    case FRAME_STATUS: if (length == 1) { result->status = payload[0]; *finished = true; } break;
    case FRAME_ENGINE:
      if (length < sizeof result->engine) {
        memcpy(result->engine, payload, length);
        result->engine[length] = 0;
      }
      break;
    case FRAME_DATA:
      free(result->bytes);
      result->length = 0;
      if ((result->bytes = malloc(length ? length : 1))) {
        memcpy(result->bytes, payload, length);
        result->length = length;
      }
      break;
    }
    at += 9 + length;
  }
}

static void judge(entente_gv_result *result, bool finished, bool late, bool over, bool reaped,
                  int state) {
  bool no_memory = result->log && memmem(result->log, result->log_length, "out of memory", 13);
  if (finished) {
    if (result->status == ENTENTE_GV_OK && !result->bytes) result->status = ENTENTE_GV_MEMORY;
  } else if (over) {
    result->status = ENTENTE_GV_OUTPUT;
  } else if (late) {
    result->status = ENTENTE_GV_TIME;
  } else if (reaped && WIFSIGNALED(state)) {
    result->signal_number = WTERMSIG(state);
    result->status = result->signal_number == SIGXCPU ? ENTENTE_GV_TIME
        : no_memory ? ENTENTE_GV_MEMORY : ENTENTE_GV_CRASH;
  } else {
    result->exit_code = reaped && WIFEXITED(state) ? WEXITSTATUS(state) : -1;
    result->status = no_memory ? ENTENTE_GV_MEMORY : ENTENTE_GV_EXIT;
  }
}

int cannot_start(entente_gv_result *result, int error) {
  result->error_number = error;
  return result->status = ENTENTE_GV_START;
}

int entente_gv_render(const entente_gv_request *request, entente_gv_result *result) {
  return run_child(request, result, -1);
}

int run_child(const entente_gv_request *request, entente_gv_result *result, int customer) {
  memset(result, 0, sizeof *result);
  int out[2], log[2];
  if (!open_graphviz()) return result->status = ENTENTE_GV_ABSENT;
  char **environment = child_environment();
  if (!environment) return cannot_start(result, ENOMEM);
  if (pipe2(out, O_CLOEXEC) != 0) {
    int error = errno;
    free(environment);
    return cannot_start(result, error);
  }
  if (pipe2(log, O_CLOEXEC) != 0) {
    int error = errno;
    close(out[0]); close(out[1]); free(environment);
    return cannot_start(result, error);
  }
  pid_t child = fork();
  if (child == 0) child_main(request, environment, out[1], log[1]);
  int fork_error = errno;
  close(out[1]); close(log[1]); free(environment);
  if (child < 0) { close(out[0]); close(log[0]); return cannot_start(result, fork_error); }

  // A descriptor for the child: its end is seen even while a sibling child, forked by another
  // thread in the same instant, still holds our pipes open; and it can't be confused with a
  // stranger's process if the host program reaps every child it sees.
  int handle = (int)syscall(SYS_pidfd_open, child, 0);
  fcntl(out[0], F_SETFL, O_NONBLOCK);
  fcntl(log[0], F_SETFL, O_NONBLOCK);
  buffer_t data = {.cap = request->output_bytes + 4096}, words = {.cap = request->log_bytes};
  double deadline = monotonic_seconds() + request->wall_seconds;
  bool late = false;
  struct pollfd watch[4] = {{out[0], POLLIN, 0}, {log[0], POLLIN, 0}, {handle, POLLIN, 0},
                            {customer, 0, 0}};
  while (watch[0].fd >= 0 || watch[1].fd >= 0) {
    double left = deadline - monotonic_seconds();
    if (left <= 0) { late = true; break; }
    int ready = poll(watch, 4, left > 3600 ? 3600000 : (int)(left * 1000) + 1);
    if (ready < 0 && errno != EINTR) break;
    if (ready <= 0) continue;
    bool ended = handle >= 0 && watch[2].revents;
    if (watch[0].fd >= 0 && !drain(out[0], &data)) watch[0].fd = -1;
    if (watch[1].fd >= 0 && !drain(log[0], &words)) watch[1].fd = -1;
    if (ended || data.over || data.failed || watch[3].revents) break;
  }
  if (handle < 0 || syscall(SYS_pidfd_send_signal, handle, SIGKILL, NULL, 0) != 0)
    if (handle < 0) kill(child, SIGKILL);
  int state = 0;
  pid_t reaped;
  do reaped = waitpid(child, &state, 0); while (reaped < 0 && errno == EINTR);
  drain(out[0], &data);
  drain(log[0], &words);
  if (handle >= 0) close(handle);
  close(out[0]); close(log[0]);

  bool finished = false;
  result->log = words.bytes;
  result->log_length = words.length;
  if (data.bytes) read_frames(&data, result, &finished);
  free(data.bytes);
  judge(result, finished, late, data.over, reaped == child, state);
  return result->status;
}

void entente_gv_free(entente_gv_result *result) {
  free(result->bytes);
  free(result->log);
  result->bytes = result->log = NULL;
  result->length = result->log_length = 0;
}
