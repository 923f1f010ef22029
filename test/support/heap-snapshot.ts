import type { CDPSession } from 'playwright';

/** A snapshot as V8 writes it: flat lists of numbers, whose fields `meta` names. */
interface RawSnapshot {
  readonly snapshot: {
    readonly meta: {
      readonly node_fields: readonly string[];
      readonly node_types: readonly (readonly string[] | string)[];
      readonly edge_fields: readonly string[];
      readonly edge_types: readonly (readonly string[] | string)[];
    };
  };
  readonly nodes: readonly number[];
  readonly edges: readonly number[];
  readonly strings: readonly string[];
}

/** The texts that the scripts of a page can still reach, and what holds them. */
export class HeapSnapshot {
  readonly #raw: RawSnapshot;

  private constructor(raw: RawSnapshot) {
    this.#raw = raw;
  }

  /** Collects what nothing needs any more, and reads the rest. */
  static async take(session: CDPSession): Promise<HeapSnapshot> {
    const chunks: string[] = [];
    const add = ({ chunk }: { readonly chunk: string }): void => {
      chunks.push(chunk);
    };
    session.on('HeapProfiler.addHeapSnapshotChunk', add);
    await session.send('HeapProfiler.collectGarbage');
    await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
    session.off('HeapProfiler.addHeapSnapshotChunk', add);
    return new HeapSnapshot(JSON.parse(chunks.join('')) as RawSnapshot);
  }

  /** Returns, for each of these texts that is in memory, the text and who holds it. */
  holdersOf(texts: readonly string[]): string[] {
    return texts.flatMap((text) => {
      const node = this.#strings.find((at) => this.#name(at).includes(text));
      return node === undefined ? [] : [`${text}: ${this.#pathTo(node)}`];
    });
  }

  get #width(): number {
    return this.#raw.snapshot.meta.node_fields.length;
  }

  /** The places of all strings in the list of nodes. */
  get #strings(): number[] {
    const [types] = this.#raw.snapshot.meta.node_types;
    const found: number[] = [];
    for (let at = 0; at < this.#raw.nodes.length; at += this.#width) {
      if (types?.[this.#raw.nodes[at] ?? 0]?.includes('string')) found.push(at);
    }
    return found;
  }

  #name(node: number): string {
    return this.#raw.strings[this.#raw.nodes[node + 1] ?? 0] ?? '';
  }

  /** Returns the shortest path from the root to a node, without what is held weakly. */
  #pathTo(target: number): string {
    const { nodes, edges, snapshot, strings } = this.#raw;
    const { edge_fields: fields, edge_types: types, node_fields: names } = snapshot.meta;
    const counts = names.indexOf('edge_count');
    const [kinds] = types;
    const firstEdge = new Map<number, number>();
    for (let node = 0, edge = 0; node < nodes.length; node += this.#width) {
      firstEdge.set(node, edge);
      edge += (nodes[node + counts] ?? 0) * fields.length;
    }
    const cameFrom = new Map<number, readonly [from: number, name: string]>([[0, [-1, '']]]);
    for (const node of cameFrom.keys()) {
      if (node === target) break;
      const first = firstEdge.get(node) ?? 0;
      const end = first + (nodes[node + counts] ?? 0) * fields.length;
      for (let edge = first; edge < end; edge += fields.length) {
        const [kind = 0, name = 0, to = 0] = edges.slice(edge, edge + 3);
        if (kinds?.[kind] === 'weak' || cameFrom.has(to)) continue;
        const isNamed = kinds?.[kind] !== 'element' && kinds?.[kind] !== 'hidden';
        cameFrom.set(to, [node, isNamed ? (strings[name] ?? '') : String(name)]);
      }
    }
    const steps: string[] = [];
    for (let at = target; at > 0;) {
      const [from, name] = cameFrom.get(at) ?? [-1, 'nothing'];
      steps.unshift(`${this.#name(from).slice(0, 40)}.${name}`);
      at = from;
    }
    return steps.join(' > ');
  }
}
