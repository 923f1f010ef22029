import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

/** The owner of a secret. The encrypted text is bound to it and cannot be decrypted in another row. */
export interface SecretOwner {
  readonly accountId: string;
  readonly authenticatorId: string;
}

const ALGORITHM = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;

/**
 * Encrypts secrets with AES-256-GCM and a random 96-bit nonce each (NIST SP 800-38D section 8.2.2).
 *
 * It has several keys: the first encrypts, all of them decrypt. A key's id is the start of its SHA-256, so
 * that a key is rotated by adding the new one in front.
 */
export class SecretBox {
  readonly #keys: ReadonlyMap<string, Buffer>;
  readonly #currentId: string;

  /** @param keys 32 bytes each, the current one first. */
  constructor(keys: readonly [current: Buffer, ...retired: Buffer[]]) {
    if (keys.some((key) => key.length !== KEY_BYTES)) {
      throw new Error('An encryption key is 32 bytes long.');
    }
    this.#keys = new Map(keys.map((key) => [idOf(key), key]));
    this.#currentId = idOf(keys[0]);
  }

  /** @returns `keyId.nonce.ciphertext.tag`, in base64url. */
  seal(secret: string, owner: SecretOwner): string {
    const keyId = this.#currentId;
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(ALGORITHM, this.#key(keyId), nonce);
    cipher.setAAD(additionalData(owner, keyId));
    const ciphertext = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
    const parts = [nonce, ciphertext, cipher.getAuthTag()];
    return [keyId, ...parts.map((part) => part.toString('base64url'))].join('.');
  }

  /** @throws {Error} If the key is unknown, or the text was changed or belongs to another owner. */
  open(sealed: string, owner: SecretOwner): string {
    const [keyId = '', ...parts] = sealed.split('.');
    const [nonce, ciphertext, tag] = parts.map((part) => Buffer.from(part, 'base64url'));
    if (!nonce || !ciphertext || !tag) throw new Error('A sealed secret cannot be read.');
    const decipher = createDecipheriv(ALGORITHM, this.#key(keyId), nonce, { authTagLength: 16 });
    decipher.setAAD(additionalData(owner, keyId));
    decipher.setAuthTag(tag);
    return Buffer.concat([decipher.update(ciphertext), decipher.final()]).toString('utf8');
  }

  #key(id: string): Buffer {
    const key = this.#keys.get(id);
    if (!key) throw new Error('A secret was encrypted with an unknown key.');
    return key;
  }
}

function idOf(key: Buffer): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 8);
}

function additionalData({ accountId, authenticatorId }: SecretOwner, keyId: string): Buffer {
  return Buffer.from(`${accountId}/${authenticatorId}/${keyId}`);
}
