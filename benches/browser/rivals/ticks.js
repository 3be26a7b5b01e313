// What was tried, for the client-rendered rivals: kept in localStorage at every change, and told to who asks for it.

export function ticks(key) {
  const ticked = new Set(JSON.parse(localStorage.getItem(key) ?? "[]"));
  const watchers = new Set();
  return {
    has: (id) => ticked.has(id),
    count: () => ticked.size,
    set(id, on) {
      if (on) ticked.add(id);
      else ticked.delete(id);
      localStorage.setItem(key, JSON.stringify([...ticked]));
      watchers.forEach((watcher) => watcher());
    },
    watch(watcher) {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
  };
}
