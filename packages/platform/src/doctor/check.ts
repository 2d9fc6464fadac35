import type { Env } from '@customerai/service';
import type { PlatformConfig } from '../config.ts';

/** What a check found. `remedy`: what to do about it, for everything that is not `ok`. */
export interface Finding {
  result: 'ok' | 'warning' | 'failed';
  detail: string;
  remedy?: string;
}

export interface Check {
  name: string;
  run(where: { env: Env; config: PlatformConfig; directory: string }): Promise<Finding>;
}

export const ok = (detail: string): Finding => ({ result: 'ok', detail });
export const warning = (detail: string, remedy: string): Finding => ({ result: 'warning', detail, remedy });
export const failed = (detail: string, remedy: string): Finding => ({ result: 'failed', detail, remedy });
