import protobuf from 'protobufjs';

/** Versions of ONNX's own operators that the runtime is known to run. */
const OPSETS = { from: 13, to: 23 };
/** Domains of operators that the runtime brings along. */
const DOMAINS = new Set(['', 'ai.onnx', 'ai.onnx.ml', 'com.microsoft']);
const EXTERNAL = 1; // TensorProto.DataLocation

/** What we read of onnx.proto (Apache-2.0, github.com/onnx/onnx); everything else is passed over, the weights too. */
const ModelProto = protobuf
  .parse(`
  syntax = "proto3";
  message ModelProto { repeated OperatorSetIdProto opset_import = 8; GraphProto graph = 7; repeated FunctionProto functions = 25; }
  message OperatorSetIdProto { string domain = 1; int64 version = 2; }
  message FunctionProto { repeated NodeProto node = 7; repeated OperatorSetIdProto opset_import = 9; string domain = 10; }
  message GraphProto { repeated NodeProto node = 1; repeated TensorProto initializer = 5; repeated SparseTensorProto sparse_initializer = 15; }
  message NodeProto { string op_type = 4; repeated AttributeProto attribute = 5; string domain = 7; }
  message AttributeProto {
    TensorProto t = 5; GraphProto g = 6; repeated TensorProto tensors = 10; repeated GraphProto graphs = 11;
    SparseTensorProto sparse_tensor = 22; repeated SparseTensorProto sparse_tensors = 23;
  }
  message SparseTensorProto { TensorProto values = 1; TensorProto indices = 2; }
  message TensorProto { string name = 8; repeated Entry external_data = 13; int32 data_location = 14; }
  message Entry { string key = 1; string value = 2; }
`)
  .root.lookupType('ModelProto');

interface Opset {
  domain: string;
  version: { toString(): string };
}
interface Graph {
  node: Node[];
  initializer: Tensor[];
  sparseInitializer: Sparse[];
}
interface Node {
  opType: string;
  domain: string;
  attribute: { t?: Tensor; g?: Graph; tensors: Tensor[]; graphs: Graph[]; sparseTensor?: Sparse; sparseTensors: Sparse[] }[];
}
interface Sparse {
  values?: Tensor;
  indices?: Tensor;
}
interface Tensor {
  name: string;
  externalData: { key: string; value: string }[];
  dataLocation: number;
}

/** What keeps an ONNX file from being loaded; undefined when nothing does. Reads the graph, runs nothing. */
export function findOnnxProblem(bytes: Uint8Array): string | undefined {
  let model: { opsetImport: Opset[]; graph?: Graph; functions: { node: Node[]; opsetImport: Opset[]; domain: string }[] };
  try {
    model = ModelProto.decode(bytes) as never;
  } catch {
    return 'is no ONNX model';
  }
  if (!model.graph || model.graph.node.length === 0) return 'is no ONNX model';
  for (const { domain, version } of [...model.opsetImport, ...model.functions.flatMap(({ opsetImport }) => opsetImport)]) {
    const number = Number(version.toString());
    if ((domain === '' || domain === 'ai.onnx') && (number < OPSETS.from || number > OPSETS.to))
      return `needs opset ${number}; opsets ${OPSETS.from} to ${OPSETS.to} can be run: export it again`;
  }
  const functions = model.functions.flatMap(({ node }) => node);
  const own = new Set(model.functions.map(({ domain }) => domain));
  // An import alone needs nothing: exporters list more domains than the graph uses.
  const foreign = [...model.graph.node, ...functions].find(({ domain }) => !DOMAINS.has(domain) && !own.has(domain));
  if (foreign) return `needs the operator ${foreign.opType} of "${foreign.domain}", which the runtime does not have`;
  for (const tensor of tensorsOf([model.graph], functions)) {
    const path = tensor.externalData.find(({ key }) => key === 'location')?.value;
    // A path out of the folder would read whatever file it names, unsigned.
    if (path !== undefined || tensor.dataLocation === EXTERNAL)
      return `keeps the weights "${tensor.name}" in another file ("${path ?? ''}"); a model has to be one file: export it without external data`;
  }
  return undefined;
}

function* tensorsOf(graphs: readonly Graph[], nodes: readonly Node[]): Generator<Tensor> {
  const sparse = function* (one: Sparse | undefined) {
    if (one?.values) yield one.values;
    if (one?.indices) yield one.indices;
  };
  for (const graph of graphs) {
    yield* graph.initializer;
    for (const one of graph.sparseInitializer) yield* sparse(one);
    yield* tensorsOf([], graph.node);
  }
  for (const { attribute } of nodes)
    for (const { t, g, tensors, graphs: inner, sparseTensor, sparseTensors } of attribute) {
      if (t) yield t;
      yield* tensors;
      for (const one of [sparseTensor, ...sparseTensors]) yield* sparse(one);
      yield* tensorsOf([...(g ? [g] : []), ...inner], []);
    }
}
