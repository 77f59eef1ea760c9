/** Things in the words of schema.org, for search engines and for previews in chats. */

type Crumb = { name: string; url: string }

export function breadcrumbData(crumbs: readonly Crumb[]) {
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map(({ name, url }, i) => ({
      '@type': 'ListItem',
      position: i + 1,
      name,
      item: url,
    })),
  }
}

type Shop = {
  name: string
  story: string
  region: { name: string }
  address: string
  picture: string | null
}

export function shopData({ name, story, region, address, picture }: Shop) {
  return {
    '@context': 'https://schema.org',
    '@type': 'Organization',
    name,
    url: address,
    ...(story ? { description: story } : {}),
    ...(picture ? { image: picture } : {}),
    address: { '@type': 'PostalAddress', addressRegion: region.name, addressCountry: 'ID' },
  }
}

export function networkData({ name, url }: { name: string; url: string }) {
  return { '@context': 'https://schema.org', '@type': 'Organization', name, url }
}
