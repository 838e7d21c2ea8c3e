// Functions of the system's C library that Swift's Glibc module leaves out, because they are Linux's own.
#ifndef TERREAU_CLINUX_H
#define TERREAU_CLINUX_H

// First, so that the kernel's header leaves what the C library defines to it.
#include <features.h>
#include <linux/stat.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/statfs.h>
#include <sys/types.h>

#ifndef RENAME_NOREPLACE
#define RENAME_NOREPLACE (1 << 0)
#endif
#ifndef RENAME_EXCHANGE
#define RENAME_EXCHANGE (1 << 1)
#endif
#ifndef AT_EMPTY_PATH
#define AT_EMPTY_PATH 0x1000
#endif

// Swift leaves fork(2) out, since copies of programs with threads can do little; ours have none.
pid_t fork(void);
static inline pid_t terreau_fork(void) { return fork(); }

int renameat2(int old_folder, const char *old_path, int new_folder, const char *new_path, unsigned int flags);
int gettid(void);
// The part of <sys/prctl.h> that is used: to be the parent of processes whose own parent ended.
#define PR_SET_CHILD_SUBREAPER 36
static inline int terreau_adopt_orphans(void) {
  extern int prctl(int option, ...);
  return prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
}
int pipe2(int ends[2], int flags);
int syncfs(int descriptor);
ssize_t getdents64(int descriptor, void *buffer, size_t size);
// Where the address of the client isn't asked for: the header that declares it would take the other functions
// for sockets away from Glibc's module.
int accept4(int listener, void *no_address, void *no_length, int flags);
int statx(int folder, const char *path, int flags, unsigned int mask, struct statx *status);

#endif
