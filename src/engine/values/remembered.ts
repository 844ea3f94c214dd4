/**
 * A function of one object that is asked once for each: what is never changed gives the same answer.
 * The object's answer goes with the object.
 */
export function remembered<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const answers = new WeakMap<K, { value: V }>();
  return (key) => {
    const known = answers.get(key);
    if (known) return known.value;
    const value = make(key);
    answers.set(key, { value });
    return value;
  };
}
