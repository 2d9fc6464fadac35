export type Context = {}
