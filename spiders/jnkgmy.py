"""晋能控股煤业集团 jnkgmy.jnkgjtnews.com (博达 VSB, UTF-8).

List /myyw.htm; further pages myyw/N.htm, 21 of them once. The article's template is not known.
"""

from crawler.platforms import Vsb

SITE = Vsb(
    name="jnkgmy",
    title="晋能控股煤业集团",
    home="http://jnkgmy.jnkgjtnews.com/",
    kind="mine",
    start=("http://jnkgmy.jnkgjtnews.com/myyw.htm",),
    items=".bt-list",
    notes="published code, undated",
)
