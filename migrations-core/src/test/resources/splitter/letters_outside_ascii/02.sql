select "日本;"
