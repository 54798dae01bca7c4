import { bytesField, floatField, type Message, mapEntry, message, varintField } from './protobuf.js';

/** Field numbers and values from tensorflow/core/framework/*.proto and protobuf/meta_graph.proto. */
export const float32 = 1;
export const int32 = 3;

/** An AttrValue of a node. */
export const attribute = {
  type: (type: number): Message => varintField(6, type),
  int: (value: number): Message => varintField(3, value),
  bool: (value: boolean): Message => varintField(5, value ? 1 : 0),
  string: (value: string): Message => bytesField(2, value),
  float: (value: number): Message => floatField(4, value),
  shape: (dims: readonly number[]): Message => bytesField(7, shapeOf(dims)),
  ints: (values: readonly number[]): Message => bytesField(1, message(...values.map((value) => varintField(3, value)))),
  tensor: (tensor: Message): Message => bytesField(8, tensor),
};

export interface NodeOptions {
  readonly name: string;
  readonly op: string;
  readonly inputs?: readonly string[];
  readonly attributes?: Readonly<Record<string, Message>>;
}

/** A NodeDef as a field of GraphDef. */
export function nodeDef({ name, op, inputs = [], attributes = {} }: NodeOptions): Uint8Array {
  const attrs = Object.entries(attributes).map(([key, value]) => mapEntry(5, key, value));
  return bytesField(
    1,
    message(bytesField(1, name), bytesField(2, op), ...inputs.map((input) => bytesField(3, input)), ...attrs),
  );
}

/** A constant of float32 values. */
export function floatConstant(name: string, values: Float32Array, shape: readonly number[]): Uint8Array {
  return constant(name, {
    type: float32,
    bytes: Buffer.from(values.buffer, values.byteOffset, values.byteLength),
    shape,
  });
}

/** A constant of int32 values: axes, shapes, paddings. `shape` is a list of them unless given; empty for a single number. */
export function intConstant(
  name: string,
  values: readonly number[],
  shape: readonly number[] = [values.length],
): Uint8Array {
  const array = Int32Array.from(values);
  return constant(name, { type: int32, bytes: Buffer.from(array.buffer), shape });
}

function constant(
  name: string,
  { type, bytes, shape }: { readonly type: number; readonly bytes: Uint8Array; readonly shape: readonly number[] },
): Uint8Array {
  const tensor = message(varintField(1, type), bytesField(2, shapeOf(shape)), bytesField(4, bytes));
  return nodeDef({ name, op: 'Const', attributes: { dtype: attribute.type(type), value: attribute.tensor(tensor) } });
}

/** TensorShapeProto; −1 is any size. */
function shapeOf(dims: readonly number[]): Message {
  return message(...dims.map((size) => bytesField(2, varintField(1, size))));
}

export interface Endpoint {
  /** Output of a node: `logits:0`. */
  readonly tensor: string;
  readonly shape: readonly number[];
}

/** A saved_model.pb with one graph, tagged `serve`, and its signature `serving_default`. */
export function savedModelProto(nodes: readonly Uint8Array[], input: Endpoint, output: Endpoint): Message {
  // Graph version 1087 is TensorFlow 2.9's; any later runtime reads it.
  const versions = bytesField(4, varintField(1, 1087));
  const info = (key: number, name: string, { tensor, shape }: Endpoint) =>
    mapEntry(key, name, message(bytesField(1, tensor), varintField(2, float32), bytesField(3, shapeOf(shape))));
  const signature = message(
    info(1, 'inputs', input),
    info(2, 'logits', output),
    bytesField(3, 'tensorflow/serving/predict'),
  );
  const metaGraph = message(
    bytesField(1, message(bytesField(4, 'serve'), bytesField(5, '2.9.1'))),
    bytesField(2, message(...nodes, versions)),
    mapEntry(5, 'serving_default', signature),
  );
  return message(varintField(1, 1), bytesField(2, metaGraph));
}
