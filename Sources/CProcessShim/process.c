#define _GNU_SOURCE
#include "CProcessShim.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void limit(__rlimit_resource_t resource, rlim_t most) {
  struct rlimit old, new = {most, most};
  if (getrlimit(resource, &old) == 0 && old.rlim_max != RLIM_INFINITY && most > old.rlim_max)
    new.rlim_cur = new.rlim_max = old.rlim_max;
  setrlimit(resource, &new);
}

// Between fork and exec only calls that are safe in a program with threads.
_Noreturn static void become(const entente_process_request *request, int input, int output,
                             int trouble) {
  static char *const environment[] = {"LC_ALL=C.UTF-8", "TZ=UTC", NULL};
  struct sigaction plain = {.sa_handler = SIG_DFL};
  sigset_t none;
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  for (int s = 1; s < NSIG; s++) sigaction(s, &plain, NULL);
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  // Out of the way of 0, 1 and 2 first, which may be what we were given.
  int in = fcntl(input, F_DUPFD, 10), out = fcntl(output, F_DUPFD, 10);
  int back = fcntl(trouble, F_DUPFD_CLOEXEC, 10), null = open("/dev/null", O_RDWR);
  if (in >= 0 && out >= 0 && back >= 0 && null >= 0 && dup2(in, 0) == 0 && dup2(out, 1) == 1
      && dup2(null, 2) == 2 && dup2(back, 3) == 3) {
    fcntl(3, F_SETFD, FD_CLOEXEC);
    if (syscall(SYS_close_range, 4, ~0u, 0) != 0)
      for (int fd = 4; fd < 1024; fd++) close(fd);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, 0);  // its output is a pipe; it has no file to write
    limit(RLIMIT_NOFILE, 32);
    limit(RLIMIT_CPU, request->seconds);
    limit(RLIMIT_AS, request->memory_bytes);
    back = 3;
    execve(request->arguments[0], (char *const *)request->arguments, environment);
  }
  int error = errno;
  ssize_t ignored = write(back, &error, sizeof error);
  (void)ignored;
  _exit(127);
}

static bool grow(entente_process_result *result, size_t *room, size_t more) {
  if (result->length + more <= *room) return true;
  size_t wanted = *room ? *room * 2 : 65536;
  while (wanted < result->length + more) wanted *= 2;
  unsigned char *grown = realloc(result->bytes, wanted);
  if (!grown) return false;
  result->bytes = grown;
  *room = wanted;
  return true;
}

// Reads until the program closes its output. Returns what ended the reading.
static int collect(int fd, const entente_process_request *request, entente_process_result *result) {
  size_t room = 0;
  double deadline = now() + 2.0 * request->seconds;
  for (;;) {
    double left = deadline - now();
    struct pollfd watch = {fd, POLLIN, 0};
    if (left <= 0) return ENTENTE_PROCESS_TIME;
    if (poll(&watch, 1, (int)(left * 1000) + 1) <= 0) continue;
    unsigned char chunk[65536];
    ssize_t n = read(fd, chunk, sizeof chunk);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return ENTENTE_PROCESS_OK;
    if (result->length + (size_t)n > request->output_bytes) return ENTENTE_PROCESS_OUTPUT;
    if (!grow(result, &room, (size_t)n)) return ENTENTE_PROCESS_OUTPUT;
    memcpy(result->bytes + result->length, chunk, (size_t)n);
    result->length += (size_t)n;
  }
}

static int input_file(const entente_process_request *request) {
  int fd = memfd_create("entente", MFD_CLOEXEC);
  size_t written = 0;
  while (fd >= 0 && written < request->input_length) {
    ssize_t n = write(fd, request->input + written, request->input_length - written);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) { close(fd); return -1; }
    written += (size_t)n;
  }
  if (fd >= 0) lseek(fd, 0, SEEK_SET);
  return fd;
}

static int cannot_start(entente_process_result *result, int error) {
  result->error_number = error;
  return result->status = ENTENTE_PROCESS_START;
}

int entente_process_run(const entente_process_request *request, entente_process_result *result) {
  memset(result, 0, sizeof *result);
  int out[2], back[2], input = input_file(request);
  if (input < 0) return cannot_start(result, errno);
  if (pipe2(out, O_CLOEXEC) != 0) { int e = errno; close(input); return cannot_start(result, e); }
  if (pipe2(back, O_CLOEXEC) != 0) {
    int e = errno;
    close(input); close(out[0]); close(out[1]);
    return cannot_start(result, e);
  }
  pid_t child = fork();
  if (child == 0) become(request, input, out[1], back[1]);
  int error = errno;
  close(input); close(out[1]); close(back[1]);
  if (child < 0) { close(out[0]); close(back[0]); return cannot_start(result, error); }

  int ended = collect(out[0], request, result);
  if (ended != ENTENTE_PROCESS_OK) kill(child, SIGKILL);
  close(out[0]);
  // A program that closed its output and goes on has nothing more to say.
  double deadline = now() + 1;
  int state = 0;
  pid_t reaped;
  while ((reaped = waitpid(child, &state, WNOHANG)) == 0 || (reaped < 0 && errno == EINTR)) {
    if (reaped == 0 && now() > deadline) { kill(child, SIGKILL); deadline += 3600; }
    struct timespec pause = {0, 200000};
    nanosleep(&pause, NULL);
  }
  bool failed = read(back[0], &error, sizeof error) == (ssize_t)sizeof error;
  close(back[0]);
  if (failed) return cannot_start(result, error);
  result->status = ended;
  if (ended == ENTENTE_PROCESS_OK && reaped == child && WIFSIGNALED(state)) {
    result->signal_number = WTERMSIG(state);
    bool late = result->signal_number == SIGXCPU || result->signal_number == SIGKILL;
    result->status = late ? ENTENTE_PROCESS_TIME : ENTENTE_PROCESS_CRASH;
  }
  result->exit_code = reaped == child && WIFEXITED(state) ? WEXITSTATUS(state) : -1;
  return result->status;
}

void entente_process_free(entente_process_result *result) {
  free(result->bytes);
  result->bytes = NULL;
  result->length = 0;
}
