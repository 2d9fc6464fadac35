import { badInput, type KnownViewer } from '@customerai/service';
import type { Deps } from '../context.ts';
import { checkPurpose } from '../domain/consent.ts';
import { createStandIns } from '../domain/stand-ins.ts';
import { checkLength } from '../errors.ts';

/** Undoes what ENCRYPT did. Who, what for and how many stands in the audit log before anything is told. Throws BAD_USER_INPUT. */
export async function deanonymizeText(
  { audit, secrets }: Pick<Deps, 'audit' | 'secrets'>,
  { tenant, id: actor }: KnownViewer,
  { text, purpose }: { text: string; purpose: string },
): Promise<string> {
  checkLength(text);
  const wrong = checkPurpose(purpose);
  if (wrong) throw badInput(wrong.argument, wrong.message);
  const revealed = createStandIns(secrets('stand-ins'), tenant).reveal(text);
  if (!revealed)
    throw badInput('text', 'A ciphertext in the text was changed, or was not made for this tenant with the present key: nothing is revealed.');
  await audit.append(tenant, { actor, action: 'text.revealed', target: `ciphertexts:${revealed.count}`, purpose });
  return revealed.text;
}
