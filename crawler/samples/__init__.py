"""Five invented web sites on loopback, with every kind of damage: the demo, the tutorial and the test bed.

    qingshan    青山煤矿, a mine's old site: GB2312, nested tables, TRS paging
    yunling     云岭能源集团, its owner's present site: UTF-8, div layout
    anquanwang  a mirror of qingshan: Traditional, with the pinyin of the conversion glued in
    wenmiku     文秘库, an essay mill that shows a part of each text
    chengfeng   乘风文苑, a vendor of member files (docx, pdf, txt)

The clean texts stand under `texts/`; whatever damages them is declared there or done here.
Firms, places and people are invented.
"""
