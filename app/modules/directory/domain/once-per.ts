// What is made of a value once and kept as long as the value lives. Cards and networks of the directory are never altered:
// a change puts another one in their place, so nothing that was made of one can be out of date.

export function oncePer<Key extends object, Made>(make: (key: Key) => Made): (key: Key) => Made {
  const kept = new WeakMap<Key, Made>();
  return (key) => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = make(key);
    kept.set(key, made);
    return made;
  };
}
