/** A metric as an expression uses it, and the labels that it is selected by. */
export interface Used {
  name: string;
  labels: readonly string[];
}

const NAME = /(?<![\w:.$"])((?:customerai|nodejs|process)[_:][\w:]*|up)\b(?:\{([^}]*)\})?/g;

/** The metrics in a PromQL expression: ours, Node's and `up`; whatever else is a function, a keyword or a label. */
export function metricsIn(expr: string): Used[] {
  return [...expr.matchAll(NAME)].map(([, name, matchers = '']) => ({
    name: name!,
    labels: [...matchers.matchAll(/(\w+)\s*(?:=~|!~|!=|=)/g)].map(([, label]) => label!),
  }));
}
