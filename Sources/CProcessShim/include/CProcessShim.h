// Runs another program on bytes, within limits and without a shell.
#ifndef CPROCESS_SHIM_PUBLIC_H
#define CPROCESS_SHIM_PUBLIC_H

#include <stddef.h>
#include <stdint.h>

// How the run ended.
enum {
  ENTENTE_PROCESS_OK = 0,   // the program left by itself, with `exit_code`
  ENTENTE_PROCESS_START,    // it could not be started; `error_number` says why
  ENTENTE_PROCESS_TIME,     // wall or CPU limit
  ENTENTE_PROCESS_CRASH,    // ended by `signal_number`
  ENTENTE_PROCESS_OUTPUT    // more output than asked for
};

typedef struct {
  const char *const *arguments;  // the program's absolute path first, null last
  const unsigned char *input;    // its standard input, which it can seek in
  size_t input_length;
  unsigned seconds;              // of CPU; twice as many of the clock
  uint64_t memory_bytes;
  size_t output_bytes;
} entente_process_request;

typedef struct {
  int status;
  int exit_code;
  int signal_number;
  int error_number;
  unsigned char *bytes;          // standard output; freed by entente_process_free
  size_t length;
} entente_process_result;

// Fills `result` and returns its status. May be called from many threads at once.
int entente_process_run(const entente_process_request *request, entente_process_result *result);
void entente_process_free(entente_process_result *result);

#endif
