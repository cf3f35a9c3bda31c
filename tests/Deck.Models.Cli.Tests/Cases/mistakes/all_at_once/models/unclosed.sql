select {% if true %} 1
