"""山西焦煤集团 sxcc.com.cn (JEECMS).

Articles /tzgg/37618.jhtml; lists and paging as JEECMS has them. The templates are not known.
"""

from crawler.platforms import Jeecms

SITE = Jeecms(
    name="sxcc",
    title="山西焦煤集团",
    home="http://www.sxcc.com.cn/",
    kind="soe",
    start=("http://www.sxcc.com.cn/tzgg/index.jhtml",),
    notes="an address, undated",
)
