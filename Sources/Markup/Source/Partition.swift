extension RandomAccessCollection where Index == Int {
  /// The first index from which on every element satisfies `isBehind`, in a collection whose elements that do come
  /// after all those that don't; found by halving.
  func partitioningIndex(where isBehind: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = low + (high - low) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
