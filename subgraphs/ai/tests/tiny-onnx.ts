import protobuf from 'protobufjs';

/** The part of onnx.proto (Apache-2.0, github.com/onnx/onnx) that a small graph is written with. */
const { root } = protobuf.parse(`
  syntax = "proto3";
  message ModelProto { int64 ir_version = 1; string producer_name = 2; GraphProto graph = 7; repeated OperatorSetIdProto opset_import = 8; }
  message OperatorSetIdProto { string domain = 1; int64 version = 2; }
  message GraphProto {
    repeated NodeProto node = 1; string name = 2; repeated TensorProto initializer = 5; repeated ValueInfoProto input = 11; repeated ValueInfoProto output = 12;
  }
  message NodeProto { repeated string input = 1; repeated string output = 2; string op_type = 4; repeated AttributeProto attribute = 5; string domain = 7; }
  message AttributeProto { string name = 1; int64 i = 3; int32 type = 20; }
  message ValueInfoProto { string name = 1; TypeProto type = 2; }
  message TypeProto { TensorType tensor_type = 1; }
  message TensorType { int32 elem_type = 1; Shape shape = 2; }
  message Shape { repeated Dim dim = 1; }
  message Dim { oneof value { int64 dim_value = 1; string dim_param = 2; } }
  message TensorProto { repeated int64 dims = 1; int32 data_type = 2; string name = 8; bytes raw_data = 9; repeated Entry external_data = 13; int32 data_location = 14; }
  message Entry { string key = 1; string value = 2; }
`);
const FLOAT = 1;
const INT64 = 7;

interface Table {
  columns: number;
  data: number[];
}

export interface OnnxParts {
  tables: { sequence: Record<string, Table & { activation: string }>; token: Record<string, Table> };
  /** One weight a word. */
  embeddingOf: number[];
  /** Changes the model before it is written. */
  change?: ((model: any) => void) | undefined;
}

const float = (name: string, dims: number[], data: readonly number[]) => ({
  name,
  dims,
  dataType: FLOAT,
  rawData: new Uint8Array(Float32Array.from(data).buffer),
});
const int64 = (name: string, dims: number[], data: readonly number[]) => ({
  name,
  dims,
  dataType: INT64,
  rawData: new Uint8Array(BigInt64Array.from(data, BigInt).buffer),
});
const node = (opType: string, input: string[], output: string, attributes: Record<string, number> = {}) => ({
  opType,
  input,
  output: [output],
  attribute: Object.entries(attributes).map(([name, i]) => ({ name, i, type: 2 })),
});
const value = (name: string, elemType: number, dims: (string | number)[]) => ({
  name,
  type: { tensorType: { elemType, shape: { dim: dims.map((dim) => (typeof dim === 'number' ? { dimValue: dim } : { dimParam: dim })) } } },
});

/** Sums of the words' rows, activated, for the text; the words' rows by themselves, activated, for the tokens; counts of the words as the embedding. */
export function encodeOnnx({ tables, embeddingOf, change }: OnnxParts): Uint8Array {
  const words = embeddingOf.length;
  const nodes = [
    node('Cast', ['attention_mask'], 'present', { to: FLOAT }),
    node('Unsqueeze', ['present', 'last'], 'mask'),
    node('OneHot', ['input_ids', 'depth', 'off_on'], 'one_hot', { axis: -1 }),
    node('Mul', ['one_hot', 'mask'], 'counted'),
    node('ReduceSum', ['counted', 'tokens'], 'counts', { keepdims: 0 }),
    node('Mul', ['counts', 'weights'], 'weighed'),
    node('LpNormalization', ['weighed'], 'embedding', { axis: -1, p: 2 }),
  ];
  const initializers = [
    int64('last', [1], [-1]),
    int64('tokens', [1], [1]),
    int64('depth', [], [words]),
    float('off_on', [2], [0, 1]),
    float('weights', [words], embeddingOf),
  ];
  const outputs = [value('embedding', FLOAT, ['batch', words])];
  for (const [name, { columns, data, activation }] of Object.entries(tables.sequence)) {
    nodes.push(
      node('Gather', [`${name}_table`, 'input_ids'], `${name}_rows`),
      node('Mul', [`${name}_rows`, 'mask'], `${name}_masked`),
      node('ReduceSum', [`${name}_masked`, 'tokens'], `${name}_sum`, { keepdims: 0 }),
      node(activation, [`${name}_sum`], name),
    );
    initializers.push(float(`${name}_table`, [words, columns], data));
    outputs.push(value(name, FLOAT, ['batch', columns]));
  }
  for (const [name, { columns, data }] of Object.entries(tables.token)) {
    nodes.push(node('Gather', [`${name}_table`, 'input_ids'], `${name}_rows`), node('Softmax', [`${name}_rows`], name, { axis: -1 }));
    initializers.push(float(`${name}_table`, [words, columns], data));
    outputs.push(value(name, FLOAT, ['batch', 'sequence', columns]));
  }
  const model: any = {
    irVersion: 8,
    producerName: 'customerai tests',
    opsetImport: [{ domain: '', version: 17 }],
    graph: {
      name: 'tiny',
      node: nodes,
      initializer: initializers,
      input: ['input_ids', 'attention_mask'].map((name) => value(name, INT64, ['batch', 'sequence'])),
      output: outputs,
    },
  };
  change?.(model);
  const type = root.lookupType('ModelProto');
  return type.encode(type.fromObject(model)).finish();
}
