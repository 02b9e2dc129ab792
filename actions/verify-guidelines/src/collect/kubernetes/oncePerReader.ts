import type { KubernetesReader } from '@scalardl-on-eks/action-toolkit/kubernetes';

/** Lets the collectors of one side share a reading; a reader lives as long as the collection of its side. */
export function oncePerReader<T>(
  read: (reader: KubernetesReader) => Promise<T>,
): (reader: KubernetesReader) => Promise<T> {
  const readings = new WeakMap<KubernetesReader, Promise<T>>();
  return reader => {
    let reading = readings.get(reader);
    if (!reading) {
      reading = read(reader);
      readings.set(reader, reading);
    }
    return reading;
  };
}
