/** List pages in the forms that labs and boards without feeds have, in our own words: the same three articles in each. */

const HEAD = '<html lang="en"><head><title>Newsroom – The Lab</title></head><body>';
const MENU =
  '<header><nav><ul><li><a href="/about">About the whole company</a></li><li><a href="/careers">Careers at the lab today</a></li><li><a href="/research">Our research and results</a></li></ul></nav></header>';
const FOOT =
  '<footer><ul><li><a href="/terms">Terms of service and more</a></li><li><a href="/privacy">Privacy policy of ours</a></li><li><a href="/news/a">Introducing the small model</a></li></ul></footer></body></html>';

const around = (main: string): string => HEAD + MENU + main + FOOT;

export const PAGES: Record<string, string> = {
  'cards that are links as a whole': around(`<main><h1>Newsroom</h1>
    <a class="Feature_card__x9" href="/news/a"><h2>Introducing the small model</h2><div class="tag">Product</div><p class="date">Aug 21, 2024</p></a>
    <div class="grid"><a class="Post_card__x1" href="/news/a"><div><h3>Introducing the small model</h3><span class="tag">Product</span><div class="date">Aug 21, 2024</div></div></a>
    <a class="Post_card__x1" href="/news/b"><div><h3>What evaluations miss</h3><span class="tag">Policy</span><div class="date">Aug 20, 2024</div></div></a>
    <a class="Post_card__x1" href="/news/c"><div><h3>Opening an office in Seoul</h3><span class="tag">Announcements</span><div class="date">Aug 19, 2024</div></div></a></div></main>`),

  'articles with a heading, a time and "read more"': around(
    `<main>${[
      ['a', 'Introducing the small model', '2024-08-21'],
      ['b', 'What evaluations miss', '2024-08-20'],
      ['c', 'Opening an office in Seoul', '2024-08-19'],
    ]
      .map(
        ([
          slug,
          title,
          day,
        ]) => `<article class="post"><a href="/tags/ai">Artificial intelligence</a><h2><a href="/news/${slug}">${title}</a></h2>
      <time datetime="${day}T00:00:00Z">a while ago</time> by <a href="/people/ada">Ada Lovelace of the lab</a>
      <p>A short text that says a little more about the matter than its title can do.</p><a href="/news/${slug}">Read more about this</a></article>`,
      )
      .join('')}</main>`,
  ),

  'a list without classes': around(`<h1>Blog</h1><ul>
    <li><a href="/news/a">Introducing the small model</a> – 21 August 2024</li>
    <li><a href="/news/b">What evaluations miss</a> – 20 August 2024</li>
    <li><a href="/news/c">Opening an office in Seoul</a> – 19 August 2024</li></ul>`),

  'a board in Korean':
    around(`<table><thead><tr><th>번호</th><th>제목</th><th>작성자</th><th>작성일</th></tr></thead><tbody>
    <tr><td>3</td><td class="t"><a href="/news/a">Introducing the small model</a></td><td>관리자</td><td>2024.08.21</td></tr>
    <tr><td>2</td><td class="t"><a href="/news/b">What evaluations miss</a></td><td>관리자</td><td>2024.08.20</td></tr>
    <tr><td>1</td><td class="t"><a href="/news/c">Opening an office in Seoul</a></td><td>관리자</td><td>2024.08.19</td></tr></tbody></table>`),

  'rows of bare blocks': around(`<div>
    <div><div><p>Aug 21, 2024</p></div><div><a href="/news/a"><span>Introducing the small model</span></a><p>A short text that says a little more about the matter.</p></div></div>
    <div><div><p>Aug 20, 2024</p></div><div><a href="/news/b"><span>What evaluations miss</span></a><p>A short text that says a little more about the matter.</p></div></div>
    <div><div><p>Aug 19, 2024</p></div><div><a href="/news/c"><span>Opening an office in Seoul</span></a><p>A short text that says a little more about the matter.</p></div></div></div>`),

  'JSON-LD': around(
    `<script type="application/ld+json">${JSON.stringify({
      '@context': 'https://schema.org',
      '@graph': [
        {
          '@type': 'CollectionPage',
          mainEntity: {
            '@type': 'ItemList',
            itemListElement: [
              {
                '@type': 'ListItem',
                position: 1,
                item: {
                  '@type': 'NewsArticle',
                  headline: 'Introducing the small model',
                  url: '/news/a',
                  datePublished: '2024-08-21',
                },
              },
              {
                '@type': 'ListItem',
                position: 2,
                item: {
                  '@type': 'BlogPosting',
                  name: 'What evaluations miss',
                  '@id': 'https://lab.example/news/b',
                  datePublished: '2024-08-20',
                },
              },
              {
                '@type': 'ListItem',
                position: 3,
                item: {
                  '@type': ['Article'],
                  headline: 'Opening an office in Seoul',
                  mainEntityOfPage: { '@id': '/news/c' },
                  datePublished: '2024-08-19',
                },
              },
            ],
          },
        },
      ],
    })}</script><div id="app"></div>`,
  ),

  'a news sitemap': `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
    <url><loc>https://lab.example/old</loc><lastmod>2020-01-01</lastmod></url>
    ${[
      ['a', 'Introducing the small model', '2024-08-21'],
      ['b', 'What evaluations miss', '2024-08-20'],
      ['c', 'Opening an office in Seoul', '2024-08-19'],
    ]
      .map(
        ([slug, title, day]) =>
          `<url><loc>https://lab.example/news/${slug}</loc><news:news><news:publication_date>${day}</news:publication_date><news:title>${title}</news:title></news:news></url>`,
      )
      .join('')}</urlset>`,
};
