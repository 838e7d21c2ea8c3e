// The least that any generator over libcmark must do: reads every Markdown file of a folder, parses and renders it,
// and writes NAME/index.html. Two threads.
#include <cmark.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *input, *output;
static char **names;
static int count;
static atomic_int next;

static void fail(const char *what) {
  perror(what);
  exit(1);
}

static char *body(char *text) {
  if (strncmp(text, "---\n", 4) != 0) return text;
  char *end = strstr(text + 4, "\n---\n");
  return end ? end + 5 : text;
}

static void convert(const char *name) {
  char path[4096];
  snprintf(path, sizeof path, "%s/%s.md", input, name);
  int file = open(path, O_RDONLY);
  struct stat status;
  if (file < 0 || fstat(file, &status) != 0) fail(path);
  char *text = malloc(status.st_size + 1);
  if (!text || read(file, text, status.st_size) != status.st_size) fail(path);
  text[status.st_size] = 0;
  close(file);
  char *markdown = body(text);
  char *html = cmark_markdown_to_html(markdown, text + status.st_size - markdown, CMARK_OPT_DEFAULT);
  snprintf(path, sizeof path, "%s/%s", output, name);
  if (mkdir(path, 0755) != 0 && errno != EEXIST) fail(path);
  strcat(path, "/index.html");
  file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0644);
  size_t length = strlen(html);
  if (file < 0 || write(file, html, length) != (ssize_t)length || close(file) != 0) fail(path);
  free(html);
  free(text);
}

static void *work(void *unused) {
  for (int index; (index = atomic_fetch_add(&next, 1)) < count;) convert(names[index]);
  return unused;
}

int main(int argc, char **argv) {
  if (argc != 3) return 2;
  input = argv[1];
  output = argv[2];
  DIR *folder = opendir(input);
  if (!folder || (mkdir(output, 0755) != 0 && errno != EEXIST)) fail(input);
  names = malloc(sizeof *names * 2000000);
  for (struct dirent *entry; (entry = readdir(folder));) {
    size_t length = strlen(entry->d_name);
    if (length > 3 && strcmp(entry->d_name + length - 3, ".md") == 0)
      names[count++] = strndup(entry->d_name, length - 3);
  }
  closedir(folder);
  pthread_t other;
  pthread_create(&other, NULL, work, NULL);
  work(NULL);
  pthread_join(other, NULL);
  return 0;
}
