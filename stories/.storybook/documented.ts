interface Named {
  readonly name: string;
  readonly description?: string;
}

interface Member extends Named {
  readonly privacy?: string;
  readonly type?: { readonly text: string };
}

interface Attribute extends Named {
  readonly fieldName?: string;
}

/** A class in a custom-elements manifest: the fields that the documentation changes. */
export interface Declaration {
  readonly members?: readonly Member[];
  readonly attributes?: readonly Attribute[];
  readonly events?: readonly Named[];
  readonly slots?: readonly Named[];
  readonly cssParts?: readonly Named[];
}

/** Removes `undefined`: the default shows that a property is optional, and a control needs the type alone. */
const typeOf = ({ type }: Member) =>
  type ? { type: { text: type.text.replace(/ \| undefined$/, '') } } : {};

/** Mentions the attribute with its property: a row of its own would be the same thing twice. */
const withAttribute = (member: Member, attributes: readonly Attribute[]): Member => {
  const attribute = attributes.find(({ fieldName }) => fieldName === member.name);
  const note = attribute ? `Attribute \`${attribute.name}\`.` : 'A property only.';
  return {
    ...member,
    ...typeOf(member),
    description: `${member.description ?? ''} ${note}`.trim(),
  };
};

/**
 * Adapts a class to its documentation: without private members, and with slots and parts named as in a
 * page. Storybook has one row a name, so each name must be unique.
 */
export const documented = (declaration: Declaration): Declaration => ({
  ...declaration,
  members: (declaration.members ?? [])
    .filter(({ privacy = 'public' }) => privacy === 'public')
    .map((member) => withAttribute(member, declaration.attributes ?? [])),
  attributes: [],
  // The analyzer also takes calls of dispatchEvent for events; only ours have a description.
  events: (declaration.events ?? []).filter(({ description }) => description),
  slots: (declaration.slots ?? []).map((slot) => ({ ...slot, name: `slot="${slot.name}"` })),
  cssParts: (declaration.cssParts ?? []).map((part) => ({ ...part, name: `::part(${part.name})` })),
});
