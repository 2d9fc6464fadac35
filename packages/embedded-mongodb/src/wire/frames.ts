import { ProtocolError } from '../errors.ts';
import { MAX_MESSAGE_BYTES } from './message.ts';

/** Cuts a TCP stream into messages, whatever the pieces it arrives in. */
export class FrameReader {
  #pieces: Buffer[] = [];
  #held = 0;

  #peekLength(): number {
    if (this.#pieces[0]!.length < 4) this.#pieces = [Buffer.concat(this.#pieces)];
    return this.#pieces[0]!.readInt32LE(0);
  }

  /** Messages completed by a piece. The length is judged as soon as it is known, so nobody can make us hold more than one message. */
  *push(piece: Buffer): Generator<Buffer> {
    this.#pieces.push(piece);
    this.#held += piece.length;
    while (this.#held >= 4) {
      const length = this.#peekLength();
      if (length < 16 || length > MAX_MESSAGE_BYTES) throw new ProtocolError(`a message of ${length} bytes is outside 16 to ${MAX_MESSAGE_BYTES}`);
      if (this.#held < length) return;
      const all = this.#pieces.length === 1 ? this.#pieces[0]! : Buffer.concat(this.#pieces);
      this.#held -= length;
      this.#pieces = this.#held > 0 ? [all.subarray(length)] : [];
      yield all.subarray(0, length);
    }
  }
}
