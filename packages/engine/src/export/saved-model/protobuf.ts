/** A message as bytes, in Protocol Buffers' wire format. Fields are concatenated in any order. */
export type Message = Uint8Array;

export function message(...fields: readonly Uint8Array[]): Message {
  return new Uint8Array(Buffer.concat(fields));
}

/** Wire type 0: int32, int64, bool, enum. Negative numbers take ten bytes. */
export function varintField(number: number, value: number | bigint): Uint8Array {
  return Uint8Array.of(...varint((number << 3) | 0), ...varint(value));
}

/** Wire type 5: float. */
export function floatField(number: number, value: number): Uint8Array {
  const bytes = Buffer.alloc(4);
  bytes.writeFloatLE(value);
  return Uint8Array.of(...varint((number << 3) | 5), ...bytes);
}

/** Wire type 2: bytes, strings and embedded messages. */
export function bytesField(number: number, value: Uint8Array | string): Uint8Array {
  const bytes = typeof value === 'string' ? Buffer.from(value) : value;
  return new Uint8Array(Buffer.concat([Uint8Array.of(...varint((number << 3) | 2), ...varint(bytes.length)), bytes]));
}

/** One entry of a `map<string, Message>`. */
export function mapEntry(number: number, key: string, value: Message): Uint8Array {
  return bytesField(number, message(bytesField(1, key), bytesField(2, value)));
}

function varint(value: number | bigint): number[] {
  let rest = BigInt.asUintN(64, BigInt(value));
  const bytes: number[] = [];
  while (rest > 127n) {
    bytes.push(Number(rest & 127n) | 128);
    rest >>= 7n;
  }
  bytes.push(Number(rest));
  return bytes;
}
