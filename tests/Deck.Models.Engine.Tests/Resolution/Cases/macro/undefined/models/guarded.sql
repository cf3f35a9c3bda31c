select {% if optional is defined %}{{ optional() }}{% else %}1{% endif %} as a
