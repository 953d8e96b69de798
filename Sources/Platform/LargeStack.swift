import Glibc

/// A thread with room for what is nested deep: a tree of code a million characters long.
public enum LargeStack {
  /// The address space that the stack may take; memory is taken as it is used.
  private static let size = 1 << 30

  private final class Work {
    let body: () -> Int32
    var result: Int32 = 0
    init(_ body: @escaping () -> Int32) { self.body = body }
  }

  /// Runs work on such a thread and waits for its result; where there is no room for one, on this.
  public static func run(_ body: @escaping () -> Int32) -> Int32 {
    let work = Work(body)
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    var thread = pthread_t()
    let failure =
      pthread_attr_setstacksize(&attributes, size) == 0
      ? pthread_create(
        &thread, &attributes,
        { argument in
          let work = Unmanaged<Work>.fromOpaque(argument!).takeUnretainedValue()
          work.result = work.body()
          return nil
        }, Unmanaged.passUnretained(work).toOpaque()) : EAGAIN
    guard failure == 0 else { return body() }
    pthread_join(thread, nil)
    return work.result
  }
}
