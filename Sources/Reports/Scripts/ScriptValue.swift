/// A value handed to a script.
enum ScriptValue {
  case text(String)
  case flag(Bool)
  case list([ScriptValue])
  case record(KeyValuePairs<String, ScriptValue>)
}
