/*
 * LD_PRELOAD layer of the bench `power-cut`: writes down, in order, what a program does to the files of one folder whose
 * names contain "sqlite": open, write, truncate, flush, delete, and flushes of the folder itself. The calls are carried
 * out as they are; which of them a power cut would have undone is decided from the log, by rebuild.ts.
 *
 * UNFLUSHED_FOLDER: the folder. UNFLUSHED_LOG: the log, appended to. A record is
 *   u8 op | u32 file | u64 offset | u32 length | length bytes     (little endian)
 * A file gets a new number whenever it is created. A flush is written down after it has succeeded, a write after it is done.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#define MOST_FDS 65536
#define MOST_NAMES 64
#define FOLDER_FD 0xffffffffu

static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static const char *folder;
static int log_fd = -1;
static uint32_t file_of_fd[MOST_FDS]; /* 0: not watched */
static uint32_t last_file;
static struct { char name[256]; uint32_t file; } names[MOST_NAMES];
static int name_count;

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static void __attribute__((constructor)) begin(void) {
  folder = getenv("UNFLUSHED_FOLDER");
  const char *log = getenv("UNFLUSHED_LOG");
  if (folder && log) log_fd = REAL(open)(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static void note(uint8_t op, uint32_t file, uint64_t offset, const void *bytes, uint32_t length) {
  uint8_t head[17];
  head[0] = op;
  memcpy(head + 1, &file, 4);
  memcpy(head + 5, &offset, 8);
  memcpy(head + 13, &length, 4);
  struct iovec parts[2] = {{head, sizeof head}, {(void *)bytes, length}};
  if (writev(log_fd, parts, length ? 2 : 1) != (ssize_t)(sizeof head + length)) abort();
}

static const char *watched_name(const char *path) {
  if (log_fd < 0 || !path) return NULL;
  size_t length = strlen(folder);
  if (strncmp(path, folder, length) != 0 || path[length] != '/') return NULL;
  const char *name = path + length + 1;
  return strstr(name, "sqlite") && !strchr(name, '/') ? name : NULL;
}

static uint32_t file_named(const char *name, int is_new) {
  for (int i = 0; i < name_count; i++) {
    if (strcmp(names[i].name, name) != 0) continue;
    if (is_new) names[i].file = ++last_file;
    return names[i].file;
  }
  if (name_count == MOST_NAMES) abort();
  strncpy(names[name_count].name, name, 255);
  names[name_count].file = ++last_file;
  return names[name_count++].file;
}

static int opened(int fd, const char *path, int existed, int flags) {
  if (fd < 0 || fd >= MOST_FDS || log_fd < 0) return fd;
  const char *name = watched_name(path);
  if (name) {
    pthread_mutex_lock(&turn);
    file_of_fd[fd] = file_named(name, !existed);
    note(existed ? 'O' : 'C', file_of_fd[fd], 0, name, strlen(name));
    if (existed && (flags & O_TRUNC)) note('T', file_of_fd[fd], 0, NULL, 0);
    pthread_mutex_unlock(&turn);
  } else file_of_fd[fd] = strcmp(path, folder) == 0 ? FOLDER_FD : 0;
  return fd;
}

static int open_watched(const char *path, int flags, mode_t mode) {
  struct stat before;
  int existed = !watched_name(path) || stat(path, &before) == 0;
  return opened(REAL(open)(path, flags, mode), path, existed, flags);
}

#define OPEN(name)                                                                                       \
  int name(const char *path, int flags, ...) {                                                           \
    va_list rest;                                                                                        \
    va_start(rest, flags);                                                                               \
    mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0;                              \
    va_end(rest);                                                                                        \
    return open_watched(path, flags, mode);                                                              \
  }
OPEN(open)
OPEN(open64)

int close(int fd) {
  if (fd >= 0 && fd < MOST_FDS) file_of_fd[fd] = 0;
  return REAL(close)(fd);
}

static uint32_t watched(int fd) { return log_fd >= 0 && fd >= 0 && fd < MOST_FDS ? file_of_fd[fd] : 0; }

#define PWRITE(name)                                                                                     \
  ssize_t name(int fd, const void *bytes, size_t length, off_t offset) {                                 \
    uint32_t file = watched(fd);                                                                         \
    if (!file) return REAL(pwrite)(fd, bytes, length, offset);                                           \
    pthread_mutex_lock(&turn);                                                                           \
    ssize_t written = REAL(pwrite)(fd, bytes, length, offset);                                           \
    if (written > 0) note('W', file, offset, bytes, written);                                            \
    pthread_mutex_unlock(&turn);                                                                         \
    return written;                                                                                      \
  }
PWRITE(pwrite)
PWRITE(pwrite64)

ssize_t write(int fd, const void *bytes, size_t length) {
  uint32_t file = watched(fd);
  if (!file) return REAL(write)(fd, bytes, length);
  pthread_mutex_lock(&turn);
  off_t offset = lseek(fd, 0, SEEK_CUR);
  ssize_t written = REAL(write)(fd, bytes, length);
  if (written > 0) note('W', file, offset, bytes, written);
  pthread_mutex_unlock(&turn);
  return written;
}

#define TRUNCATE(name)                                                                                   \
  int name(int fd, off_t length) {                                                                       \
    uint32_t file = watched(fd);                                                                         \
    if (!file) return REAL(ftruncate)(fd, length);                                                       \
    pthread_mutex_lock(&turn);                                                                           \
    int failed = REAL(ftruncate)(fd, length);                                                            \
    if (!failed) note('T', file, length, NULL, 0);                                                       \
    pthread_mutex_unlock(&turn);                                                                         \
    return failed;                                                                                       \
  }
TRUNCATE(ftruncate)
TRUNCATE(ftruncate64)

#define SYNC(name)                                                                                       \
  int name(int fd) {                                                                                     \
    uint32_t file = watched(fd);                                                                         \
    if (!file) return REAL(name)(fd);                                                                    \
    pthread_mutex_lock(&turn);                                                                           \
    int failed = REAL(name)(fd);                                                                         \
    if (!failed) note(file == FOLDER_FD ? 'D' : 'S', file, 0, NULL, 0);                                  \
    pthread_mutex_unlock(&turn);                                                                         \
    return failed;                                                                                       \
  }
SYNC(fsync)
SYNC(fdatasync)

int unlink(const char *path) {
  const char *name = watched_name(path);
  if (!name) return REAL(unlink)(path);
  pthread_mutex_lock(&turn);
  int failed = REAL(unlink)(path);
  if (!failed) note('U', 0, 0, name, strlen(name));
  pthread_mutex_unlock(&turn);
  return failed;
}

/* A shared mapping that may be written goes around this layer: fit for the -shm file alone, which a cut takes whole. */
#define MAP(name)                                                                                        \
  void *name(void *at, size_t length, int protection, int flags, int fd, off_t offset) {                 \
    uint32_t file = watched(fd);                                                                         \
    if (file && (flags & MAP_SHARED) && (protection & PROT_WRITE)) {                                     \
      pthread_mutex_lock(&turn);                                                                         \
      note('M', file, 0, NULL, 0);                                                                       \
      pthread_mutex_unlock(&turn);                                                                       \
    }                                                                                                    \
    return REAL(mmap)(at, length, protection, flags, fd, offset);                                        \
  }
MAP(mmap)
MAP(mmap64)
