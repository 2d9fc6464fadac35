import { customerDataOf } from '@customerai/service';
import type { Deps } from '../context.ts';
import { EXPORT_KEPT_MS, outcomeOf, type PrivacyRequest, type RequestStep } from '../domain/request.ts';
import { requestUpdated } from './request-events.ts';
import { askUntil, leaseFrom, reasonOf, startWorker, type Worker } from './worker.ts';

type RunnerDeps = Pick<Deps, 'requests' | 'exportParts' | 'erasures' | 'audit' | 'rpc' | 'clock' | 'newId' | 'log'>;

const LANES = 4;
const ACTOR = 'service:privacy';

/** Works on the requests that are due: asks every service that has not answered yet, and comes back to those that failed. Any number of processes may do so side by side. */
export function startRequestRunner(deps: RunnerDeps): Worker {
  const { requests, exportParts, erasures, audit, rpc, clock, log } = deps;
  const lease = () => leaseFrom(clock());

  async function work(request: PrivacyRequest, signal: AbortSignal): Promise<void> {
    const { tenant, id } = request;
    const left = request.steps.filter(({ status }) => status !== 'COMPLETED');
    const done = await Promise.all(left.map(({ service }) => takeStep(request, service, signal)));
    // This process stops: another one goes on at once.
    if (signal.aborted && done.some((step) => step.status === 'FAILED')) return requests.defer(tenant, id, 'RUNNING', clock(), []);
    const steps = request.steps.map((step) => done.find(({ service }) => service === step.service) ?? step);
    await conclude({ ...request, steps });
  }

  async function takeStep(request: PrivacyRequest, service: string, signal: AbortSignal): Promise<RequestStep> {
    const { tenant, id } = request;
    let step: RequestStep;
    try {
      const records = request.kind === 'ERASURE' ? await erase(request, service, signal) : await collect(request, service, signal);
      step = { service, status: 'COMPLETED', records, at: clock() };
    } catch (error) {
      log.warn({ err: error, requestId: id, from: service }, 'a service could not do its part of a privacy request');
      step = { service, status: 'FAILED', records: 0, at: clock(), error: reasonOf(error) };
    }
    await requests.saveStep(tenant, id, step, lease(), [requestUpdated(deps, { ...request, status: 'RUNNING' })]);
    return step;
  }

  async function erase({ tenant, customerId, id }: PrivacyRequest, service: string, signal: AbortSignal): Promise<number> {
    const { erase: port } = customerDataOf(service);
    return (await askUntil(rpc, signal, port, { tenant, customerId, before: id })).records;
  }

  async function collect({ tenant, customerId, id: requestId }: PrivacyRequest, service: string, signal: AbortSignal): Promise<number> {
    const { read } = customerDataOf(service);
    const keptUntil = new Date(clock().getTime() + EXPORT_KEPT_MS);
    let number = 0;
    let records = 0;
    for (let after: string | undefined, more = true; more; number++) {
      const page = await askUntil(rpc, signal, read, { tenant, customerId, after });
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

  return startWorker({
    lanes: LANES,
    prepare: () => exportParts.removeExpired(clock()),
    take: () => requests.take(clock(), lease()),
    work,
    onError: (error) => log.error({ err: error }, 'working on privacy requests failed; the next round tries again'),
  });
}
