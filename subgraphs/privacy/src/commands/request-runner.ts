import { customerDataOf, type Port, ServiceError } from '@customerai/service';
import type { Deps } from '../context.ts';
import { EXPORT_KEPT_MS, outcomeOf, type PrivacyRequest, type RequestStep } from '../domain/request.ts';
import { requestUpdated } from './request-events.ts';

export interface RequestRunner extends AsyncDisposable {
  /** Something may be due. */
  wake(): void;
  /** Resolves when nothing is due and nothing is being worked on. */
  settle(): Promise<void>;
}

type RunnerDeps = Omit<Deps, 'runner' | 'reader' | 'recognizers' | 'minScore'>;

/** Nobody else works on a request for so long; the process that does says again and again that it is there. */
const LEASE_MS = 2 * 60_000;
/** How late another process goes on with what one has left behind, beyond the lease. */
const EVERY_MS = 5_000;
const LANES = 4;
/** A service may have many records to remove. */
const TIMEOUT_MS = 60_000;
const ACTOR = 'service:privacy';

/** Works on the requests that are due: asks every service that has not answered yet, and comes back to those that failed. Any number of processes may do so side by side. */
export function startRequestRunner(deps: RunnerDeps): RequestRunner {
  const { requests, exportParts, erasures, audit, rpc, clock, log } = deps;
  const stop = new AbortController();
  const lanes = new Set<Promise<void>>();
  let again = false;
  const lease = () => new Date(clock().getTime() + LEASE_MS);

  function wake(): void {
    again = true; // for a lane that has just found nothing
    if (stop.signal.aborted || lanes.size >= LANES) return;
    const lane: Promise<void> = workLane()
      .catch((error: unknown) => log.error({ err: error }, 'working on privacy requests failed; the next round tries again'))
      .finally(() => lanes.delete(lane));
    lanes.add(lane);
  }

  async function workLane(): Promise<void> {
    await exportParts.removeExpired(clock());
    while (again) {
      again = false;
      while (!stop.signal.aborted) {
        const request = await requests.take(clock(), lease());
        if (!request) break;
        await work(request);
      }
    }
  }

  async function work(request: PrivacyRequest): Promise<void> {
    const { tenant, id } = request;
    const left = request.steps.filter(({ status }) => status !== 'COMPLETED');
    const done = await Promise.all(left.map(({ service }) => takeStep(request, service)));
    // This process stops: another one goes on at once.
    if (stop.signal.aborted && done.some((step) => step.status === 'FAILED')) return requests.defer(tenant, id, 'RUNNING', clock(), []);
    const steps = request.steps.map((step) => done.find(({ service }) => service === step.service) ?? step);
    await conclude({ ...request, steps });
  }

  async function takeStep(request: PrivacyRequest, service: string): Promise<RequestStep> {
    const { tenant, id } = request;
    let step: RequestStep;
    try {
      const records = request.kind === 'ERASURE' ? await erase(request, service) : await collect(request, service);
      step = { service, status: 'COMPLETED', records, at: clock() };
    } catch (error) {
      log.warn({ err: error, requestId: id, from: service }, 'a service could not do its part of a privacy request');
      const message = error instanceof ServiceError ? error.message : 'The service failed; its log says why.';
      step = { service, status: 'FAILED', records: 0, at: clock(), error: message };
    }
    await requests.saveStep(tenant, id, step, lease(), [requestUpdated(deps, { ...request, status: 'RUNNING' })]);
    return step;
  }

  async function erase({ tenant, customerId, id }: PrivacyRequest, service: string): Promise<number> {
    const { erase: port } = customerDataOf(service);
    return (await ask(port, { tenant, customerId, before: id })).records;
  }

  /** Ends at once when this process stops, however long the other side takes. */
  function ask<Input, Output>(port: Port<Input, Output>, input: Input): Promise<Output> {
    const stopped = Promise.withResolvers<never>();
    const end = () => stopped.reject(stop.signal.reason);
    stop.signal.addEventListener('abort', end, { once: true });
    const answer = rpc.call(port, input, { timeoutMs: TIMEOUT_MS, signal: stop.signal });
    return Promise.race([answer, stopped.promise]).finally(() => stop.signal.removeEventListener('abort', end));
  }

  async function collect({ tenant, customerId, id: requestId }: PrivacyRequest, service: string): Promise<number> {
    const { read } = customerDataOf(service);
    const keptUntil = new Date(clock().getTime() + EXPORT_KEPT_MS);
    let number = 0;
    let records = 0;
    for (let after: string | undefined, more = true; more; number++) {
      const page = await ask(read, { tenant, customerId, after });
      await exportParts.put({ tenant, requestId, customerId, service, number, keptUntil }, page.records);
      await requests.hold(tenant, requestId, lease());
      records += page.records.length;
      after = page.next;
      more = after !== undefined;
    }
    await exportParts.cutFrom({ tenant, requestId, service, number });
    return records;
  }

  async function conclude(request: PrivacyRequest): Promise<void> {
    const { tenant, id, kind, customerId } = request;
    const now = clock();
    const said = (action: string) => audit.append(tenant, { actor: ACTOR, action, target: `privacyRequest:${id}`, customerId }, `${id}/${action}`);
    const told = (status: PrivacyRequest['status']) => [requestUpdated(deps, { ...request, status })];
    const word = kind === 'ERASURE' ? 'erasure' : 'export';
    const erased = kind === 'EXPORT' ? await erasures.covering(tenant, customerId, id) : undefined;
    if (erased !== undefined) {
      // Collected while the customer was being erased: the export goes with what it was made of.
      await exportParts.removeBefore(tenant, customerId, erased);
      await said('export.failed');
      return requests.finish(tenant, id, { status: 'FAILED' }, told('FAILED'));
    }
    const outcome = outcomeOf(request, now);
    if (outcome.done) {
      await said(`${word}.completed`);
      const kept = kind === 'EXPORT' ? { keptUntil: new Date(now.getTime() + EXPORT_KEPT_MS) } : {};
      return requests.finish(tenant, id, { status: 'COMPLETED', completedAt: now, ...kept }, told('COMPLETED'));
    }
    if (outcome.status === 'FAILED') await said(`${word}.failed`);
    await requests.defer(tenant, id, outcome.status, outcome.nextAt, told(outcome.status));
  }

  const timer = setInterval(wake, EVERY_MS);
  timer.unref();
  wake();
  return {
    wake,
    settle: async () => {
      wake();
      while (lanes.size > 0) await Promise.all(lanes);
    },
    [Symbol.asyncDispose]: async () => {
      stop.abort();
      clearInterval(timer);
      await Promise.all(lanes);
    },
  };
}
