import type { EventContract } from '../define-event.ts';
import { analyticsAlertChanged } from './analytics-alert-changed.ts';
import { authClientRevoked, authSessionRevoked, authUserChanged } from './auth.ts';
import { fairnessAuditChanged } from './fairness-audit-changed.ts';
import { interactionNew } from './interaction-new.ts';
import { modelDeployed } from './model-deployed.ts';
import { modelRegistered } from './model-registered.ts';
import { modelTrainingChanged } from './model-training-changed.ts';
import { privacyConsentChanged, privacyRequestUpdated } from './privacy.ts';
import { responseGenerationComplete } from './response-generation-complete.ts';
import { reviewCompleted, reviewItemChanged, reviewRequired } from './review-item-changed.ts';
import { sentimentAnalysisComplete, sentimentAnalysisRevised } from './sentiment-analysis-complete.ts';

export * from './analytics-alert-changed.ts';
export * from './auth.ts';
export * from './fairness-audit-changed.ts';
export * from './interaction-new.ts';
export * from './model-deployed.ts';
export * from './model-registered.ts';
export * from './model-training-changed.ts';
export * from './privacy.ts';
export * from './response-generation-complete.ts';
export * from './review-item-changed.ts';
export * from './sentiment-analysis-complete.ts';

/** Every event of the platform: docs/events.md and the checks on contracts are made from this list. */
export const eventContracts: readonly EventContract<unknown>[] = [
  interactionNew,
  sentimentAnalysisComplete,
  sentimentAnalysisRevised,
  responseGenerationComplete,
  reviewRequired,
  reviewItemChanged,
  reviewCompleted,
  fairnessAuditChanged,
  analyticsAlertChanged,
  authSessionRevoked,
  authUserChanged,
  authClientRevoked,
  modelDeployed,
  modelRegistered,
  modelTrainingChanged,
  privacyConsentChanged,
  privacyRequestUpdated,
];
